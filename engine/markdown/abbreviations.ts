import { defineMdastPlugin, type MdastNode } from "satteri";
import { readAbbreviations } from "#text/abbreviations.ts";
import type { Node } from "#text/body-tree.ts";

type Piece = Extract<MdastNode, { type: "text" | "emphasis" }>;

/** Adds an abbreviation's meaning after its first use: a title attribute cannot be touched, printed or heard. */
export const explainAbbreviations = defineMdastPlugin({
  name: "abbreviations",
  before(root, context) {
    const { abbreviations, paragraphs } = readAbbreviations(root as Node);
    for (const paragraph of paragraphs)
      context.removeNode(paragraph as MdastNode);
    const used = abbreviations.filter(({ use }) => use);
    for (const [node, here] of Map.groupBy(used, ({ use }) => use?.node)) {
      const text = node?.value ?? "";
      const pieces: Piece[] = [];
      let from = 0;
      for (const { short, long, use } of here.sort(byPlace)) {
        const at = use?.at ?? 0;
        pieces.push(toText(text.slice(from, at)), toAbbreviation(short, long));
        if (!text.includes(long)) pieces.push(toText(" "), toExpansion(long));
        from = at + short.length;
      }
      pieces.push(toText(text.slice(from)));
      context.replaceNode(
        node as MdastNode,
        pieces.filter((piece) => piece.type !== "text" || piece.value !== ""),
      );
    }
  },
});

const byPlace = (a: { use?: { at: number } }, b: { use?: { at: number } }) =>
  (a.use?.at ?? 0) - (b.use?.at ?? 0);

const toText = (value: string): Piece => ({ type: "text", value });

const toAbbreviation = (short: string, title: string): Piece => ({
  type: "emphasis",
  data: { hName: "abbr", hProperties: { title } },
  children: [{ type: "text", value: short }],
});

const toExpansion = (long: string): Piece => ({
  type: "emphasis",
  data: { hName: "small" },
  children: [{ type: "text", value: `(${long})` }],
});
