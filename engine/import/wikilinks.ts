import { quote } from "gatepost/model/fields.ts";
import { toSlug } from "gatepost/model/slug.ts";
import { pictureEndings } from "gatepost/files/find-files.ts";
import { extname } from "node:path";
import { findNodes, toLink, toPicture } from "./markdown.ts";
import { markTodo, type LineOf } from "./source.ts";
import { toRemoval, type Change } from "./splice.ts";
import type { AddressContext } from "./text-addresses.ts";

/** [[Note]], [[Note#Heading|words]], ![[picture.png|300]]; in tables the bar is escaped. */
const wikilink =
  /(!?)\[\[([^[\]\n|#]*)(?:#([^[\]\n|]*?))?(?:\\?\|([^[\]\n]*))?\]\]/g;
const comment = /%%[^]*?%%/g;
const highlight = /==(?=\S)([^=\n]+?)(?<=\S)==/g;
const blockId = /[ \t]+\^[\w-]+[ \t]*$/gm;
/** > [!abstract]- A title */
const callout = /^([ \t]*(?:>[ \t]*)+)\[!([\w-]+)\][+-]?[ \t]*([^\n]*)/gm;
const alerts: [name: string, kinds: RegExp][] = [
  ["TIP", /^(?:tip|hint|success|check|done)$/],
  ["IMPORTANT", /^important$/],
  ["WARNING", /^(?:warning|attention|question|help|faq)$/],
  ["CAUTION", /^(?:caution|danger|error|bug|fail|failure|missing)$/],
];

export const hasWikilink = (text: string): boolean =>
  /!?\[\[(?!\s)[^[\]\n]+\]\]/.test(
    text.replace(/^(`{3,}|~{3,})[^]*?^\1|`[^`\n]*`/gm, ""),
  );

/** Converts the links, embeds, callouts, highlights and comments of Obsidian to Markdown. */
export function toWikiChanges(
  text: string,
  { links, note }: AddressContext,
  lineOf: LineOf,
): Change[] {
  const code = findNodes(text, "md").filter(({ node }) =>
    /^(?:code|inlineCode)$/.test(node.type),
  );
  const convert = (
    form: RegExp,
    toChange: (match: RegExpExecArray, line: number) => Change,
  ): Change[] =>
    [...text.matchAll(form)]
      .filter(
        ({ index }) =>
          !code.some(({ from, to }) => from <= index && index < to),
      )
      .map((match) => toChange(match, lineOf(match.index)));
  const replace = (from: number, written: string, by: string, line: number) => {
    note("mapped", `${written} → ${by}`, line);
    return { from, to: from + written.length, text: by };
  };
  const drop = ({ index, 0: written }: RegExpExecArray, line: number) => {
    note("dropped", quote(written.trim()), line);
    return toRemoval(text, index, index + written.length);
  };
  return [
    ...convert(comment, drop),
    ...convert(blockId, drop),
    ...convert(highlight, ({ index, 0: written, 1: words = "" }, line) =>
      replace(index, written, `<mark>${words}</mark>`, line),
    ),
    ...convert(callout, (match, line) => {
      const [written, quoted = "", kind = "", title] = match;
      const [alert = "NOTE"] =
        alerts.find(([, kinds]) => kinds.test(kind.toLowerCase())) ?? [];
      const own = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
      const shown = title || (alert === kind.toUpperCase() ? "" : own);
      const from = match.index + quoted.length;
      // An alert has no title of its own here.
      const paragraph = shown
        ? `\n${quoted}**${shown}**\n${quoted.trimEnd()}`
        : "";
      note("mapped", `[!${kind}] → [!${alert}]`, line);
      return {
        from,
        to: match.index + written.length,
        text: `[!${alert}]${paragraph}`,
      };
    }),
    ...convert(wikilink, (match, line) => {
      const [written, isEmbed, target = "", heading, words] = match;
      const name = target.trim();
      const ending = extname(name).toLowerCase();
      const at = match.index;
      if (isEmbed && pictureEndings.includes(ending)) {
        const alt = words?.replace(/(?:^|\\?\|)\d+(?:x\d+)?$/, "") ?? "";
        return replace(at, written, toPicture(alt, name), line);
      }
      if (isEmbed && /^\.(?!md$)[a-z]\w{1,4}$/.test(ending))
        return {
          from: at,
          to: at + written.length,
          text: markTodo(note, line, written),
        };
      // A heading below another: Note#One#Two; a block: Note#^a1.
      const part = heading?.split("#").at(-1)?.trim() ?? "";
      const anchor = part && !part.startsWith("^") ? `#${toAnchor(part)}` : "";
      const address = name
        ? (links.findName(name) ?? links.findName(toSlug(name)))
        : "";
      const label =
        words?.trim() ||
        [name, part.startsWith("^") ? "" : part].filter(Boolean).join(" > ");
      if (address === undefined) {
        note("to do", `the link to ${quote(name)} leads nowhere here`, line);
        return { from: at, to: at + written.length, text: label };
      }
      return replace(at, written, toLink(label, address + anchor || "#"), line);
    }),
  ];
}

/** The anchor of a heading, as GitHub makes it. */
const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
