import { toTodo } from "gatepost/text/todo.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { toJsxChanges } from "./jsx.ts";
import { findNodes, toPlainText, type Found } from "./markdown.ts";
import { toHtmlChanges } from "./raw-html.ts";
import type { LineOf, SourceArticle } from "./source.ts";
import { toAddressChanges, type AddressContext } from "./text-addresses.ts";
import { splice, toRemoval, toLines, type Change } from "./splice.ts";
import { toTemplateChanges } from "./templates.ts";
import { toCommentChanges, toWikiChanges } from "./wikilinks.ts";

export type BodyContext = AddressContext & {
  title: string;
  /** The root of this project, which has the components. */
  project: string;
};

export function toBody(source: SourceArticle, context: BodyContext): string {
  const { note, links } = context;
  const lines = toLines(source.body);
  let text = source.body;
  let lineOf: LineOf = (offset) => lines(offset) + source.bodyLine - 1;
  const change = (changes: readonly Change[]) => {
    const { text: changed, toOld } = splice(text, changes);
    const before = lineOf;
    lineOf = (offset, address) => before(toOld(offset), address);
    text = changed;
  };

  const hasTags =
    source.part === undefined &&
    !/^(?:medium|substack|obsidian)$/.test(source.dialect);
  if (source.dialect === "obsidian") {
    change(toCommentChanges(text, note, lineOf));
    change(toWikiChanges(text, context, lineOf));
  }
  if (
    hasTags &&
    source.format !== "mdx" &&
    source.dialect !== "astro" &&
    source.dialect !== "text"
  )
    change(toTemplateChanges(text, links.findName, lineOf, note));
  if (source.format === "html" || (source.format === "md" && isHtml(text))) {
    const tags =
      source.dialect === "wordpress"
        ? "wordpress"
        : hasTags
          ? "templates"
          : undefined;
    const { markdown, lines: byAddress } = htmlToMarkdown(
      text,
      source.bodyLine,
      note,
      tags,
    );
    text = markdown;
    lineOf = (_, address = "") =>
      byAddress.get(address)?.shift() ?? source.bodyLine;
  } else if (source.format === "md")
    change(toHtmlChanges(text, findNodes(text, "md"), lineOf, note));
  else
    change(
      toJsxChanges(text, findNodes(text, "mdx"), context.project, lineOf, note),
    );

  const format = source.format === "mdx" ? "mdx" : "md";
  change(toSpacedChanges(text, format));
  const found = findNodes(text, format);
  change([
    ...toHeadingChanges(text, found, context, lineOf),
    ...toAddressChanges(text, found, source, context, lineOf),
  ]);
  if (text.trim() !== "") return text.replace(/^(?:[ \t]*\n)+/, "");
  note("to do", "the text is empty: write it", source.bodyLine);
  return toTodo(source.bodyLine, "the text is empty");
}

/** ![A dot](my dot.png): other systems take spaces in a file's name; CommonMark only in <…>. */
export const spaced =
  /(!?\[[^\]\n]{0,500}\]\()((?:[^()<>\s"]|\([^()<>\n]*\))+(?:[ \t]+(?:[^()<>\s"]|\([^()<>\n]*\))+)+)(?=(?:[ \t]+"[^"\n]*")?\))/g;

function toSpacedChanges(text: string, format: "md" | "mdx"): Change[] {
  const matches = [...text.matchAll(spaced)].filter(([, start, address]) =>
    (start?.startsWith("!") ? /\.\w{3,4}$/ : /\.(?:mdx?|html?)(?:#.*)?$/).test(
      address as string,
    ),
  );
  if (matches.length === 0) return [];
  const code = findNodes(text, format).filter(({ node }) =>
    /^(?:code|inlineCode|html)$/.test(node.type),
  );
  return matches
    .filter(
      ({ index }) => !code.some(({ from, to }) => from <= index && index < to),
    )
    .map(({ index, 1: start = "", 2: address = "" }) => {
      const from = index + start.length;
      return { from, to: from + address.length, text: `<${address}>` };
    });
}

/** Whether every block of a Markdown text is HTML. */
const isHtml = (text: string): boolean => {
  const blocks = findNodes(text, "md").filter(
    ({ parent }) => parent.type === "root",
  );
  return (
    blocks.length > 0 &&
    /^<(?!!)/.test(text.trim()) &&
    blocks.every(({ node }) => node.type === "html")
  );
};

/** Removes the title at the top of a text; moves the other headings below level 1. */
function toHeadingChanges(
  text: string,
  found: readonly Found[],
  { title, note }: BodyContext,
  lineOf: LineOf,
): Change[] {
  const headings = found.filter(({ node }) => node.type === "heading");
  const depthOf = ({ node }: Found) =>
    node.type === "heading" ? node.depth : 0;
  const toBare = (words: string) =>
    words
      .replace(/[`*_\s]+/g, " ")
      .trim()
      .toLowerCase();
  const isTitle = ({ node }: Found) =>
    toBare(toPlainText(node)) === toBare(title);
  const first = found.find(
    ({ parent, node }) => parent.type === "root" && node.type !== "html",
  );
  const repeated =
    headings.find((one) => depthOf(one) === 1 && isTitle(one)) ??
    (/^(?:paragraph|heading)$/.test(first?.node.type ?? "") &&
    first &&
    isTitle(first) &&
    found.some(({ parent, from }) => parent.type === "root" && from >= first.to)
      ? first
      : undefined);
  if (repeated)
    note("dropped", "the title at the top of the text", lineOf(repeated.from));
  const others = headings.filter((one) => one !== repeated);
  const isHigh = others.some((one) => depthOf(one) === 1);
  if (isHigh) note("mapped", "headings → one level lower");
  return [
    ...(repeated ? [toRemoval(text, repeated.from, repeated.to)] : []),
    ...(isHigh ? others : []).map((one): Change => {
      const { from, to } = one;
      const written = text.slice(from, to);
      if (written.startsWith("#"))
        return { from, to: from, text: depthOf(one) < 6 ? "#" : "" };
      const words = written
        .slice(0, written.lastIndexOf("\n"))
        .replace(/\s*\n\s*/g, " ")
        .trim();
      return { from, to, text: `${"#".repeat(depthOf(one) + 1)} ${words}` };
    }),
  ];
}
