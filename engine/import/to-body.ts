import { toTodo } from "gatepost/text/todo.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { toJsxChanges } from "./jsx.ts";
import { findNodes, toWords, type Found } from "./markdown.ts";
import { toHtmlChanges } from "./raw-html.ts";
import type { SourceArticle } from "./source.ts";
import {
  toAddressChanges,
  type LineOf,
  type Places,
} from "./text-addresses.ts";
import { splice, toRemoval, toLines, type Change } from "./splice.ts";
import { toTemplateChanges } from "./templates.ts";

export type Surroundings = Places & {
  title: string;
  /** The root of our own project, where the components are. */
  project: string;
};

/** A source's text as one of ours. */
export function toBody(source: SourceArticle, around: Surroundings): string {
  const { note, links } = around;
  const lines = toLines(source.body);
  let text = source.body;
  let lineOf: LineOf = (offset) => lines(offset) + source.bodyLine - 1;
  const change = (changes: readonly Change[]) => {
    const { text: changed, toOld } = splice(text, changes);
    const before = lineOf;
    lineOf = (offset, address) => before(toOld(offset), address);
    text = changed;
  };

  if (
    source.format !== "mdx" &&
    source.dialect !== "astro" &&
    source.dialect !== "text" &&
    source.part === undefined
  )
    change(
      toTemplateChanges(
        text,
        { dialect: source.dialect, toArticle: links.findName },
        lineOf,
        note,
      ),
    );
  if (source.format === "html" || (source.format === "md" && isHtml(text))) {
    const shortForms =
      source.dialect === "wordpress"
        ? "wordpress"
        : source.part === undefined
          ? "templates"
          : undefined;
    const { markdown, lines: byAddress } = htmlToMarkdown(
      text,
      source.bodyLine,
      note,
      shortForms,
    );
    text = markdown;
    lineOf = (_, address = "") =>
      byAddress.get(address)?.shift() ?? source.bodyLine;
  } else if (source.format === "md")
    change(toHtmlChanges(text, findNodes(text, "md"), lineOf, note));
  else
    change(
      toJsxChanges(text, findNodes(text, "mdx"), around.project, lineOf, note),
    );

  const format = source.format === "mdx" ? "mdx" : "md";
  const found = findNodes(text, format);
  change([
    ...toHeadingChanges(text, found, around, lineOf),
    ...toAddressChanges(text, found, source, around, lineOf),
  ]);
  if (text.trim() !== "") return text.replace(/^(?:[ \t]*\n)+/, "");
  note({
    kind: "to do",
    line: source.bodyLine,
    text: "there is no text: write it",
  });
  return toTodo(source.bodyLine, "there is no text");
}

/** Whether a Markdown text is nothing but HTML: every block of it begins with a tag. */
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

/** The title is no heading of the text, and the text's own begin one level below it. */
function toHeadingChanges(
  text: string,
  found: readonly Found[],
  { title, note }: Surroundings,
  lineOf: LineOf,
): Change[] {
  const headings = found.filter(({ node }) => node.type === "heading");
  const depthOf = ({ node }: Found) =>
    node.type === "heading" ? node.depth : 0;
  const bare = (words: string) =>
    words
      .replace(/[`*_\s]+/g, " ")
      .trim()
      .toLowerCase();
  const same = (words: string) => bare(words) === bare(title);
  const first = found.find(
    ({ parent, node }) => parent.type === "root" && node.type !== "html",
  );
  const repeated =
    headings.find((one) => depthOf(one) === 1 && same(toWords(one.node))) ??
    (first?.node.type === "paragraph" &&
    same(toWords(first.node)) &&
    found.some(({ parent, from }) => parent.type === "root" && from >= first.to)
      ? first
      : undefined);
  if (repeated)
    note({
      kind: "dropped",
      line: lineOf(repeated.from),
      text: "the title at the top of the text",
    });
  const others = headings.filter((one) => one !== repeated);
  const isHigh = others.some((one) => depthOf(one) === 1);
  if (isHigh) note({ kind: "mapped", text: "headings → one level lower each" });
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
