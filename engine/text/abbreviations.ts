import { placeOf, textOf, type Node } from "./body-tree.ts";
import type { Issue, Place } from "#files/finding.ts";
import { parseSource, toSource } from "./parse-body.ts";

/** `*[CSS]: Cascading Style Sheets`, and the first use of CSS: its node and the offset in it. */
export type Abbreviation = Place & {
  short: string;
  long: string;
  use?: { node: Node; at: number };
};

const definition = /^\*\[([^\]]+)\]:[ \t]*(\S.*)$/;
/** Abbreviations are not expanded in links, code or headings. */
const closed = /^(?:heading|link|linkReference|definition)$/;
const closedElement = /^<?(?:a|abbr|code|h[1-6]|kbd|samp|var)\b/i;

/**
 * The abbreviations that a text defines, the paragraphs that define them, which are not rendered, and the text nodes in which
 * they are expanded. The first of two definitions counts; footnotes come after the text.
 */
export function readAbbreviations(root: Node) {
  const abbreviations = new Map<string, Abbreviation>();
  const paragraphs = new Set<Node>();
  const issues: Issue[] = [];
  const texts: Node[] = [];

  const open = [root];
  const notes: Node[] = [];
  for (
    let node = open.pop() ?? notes.shift();
    node;
    node = open.pop() ?? notes.shift()
  ) {
    if (node.type === "paragraph" && readParagraph(node)) continue;
    if (node.type === "text") texts.push(node);
    const { children = [] } = node;
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index] as Node;
      if (child.type === "footnoteDefinition")
        notes.push({ ...child, type: "note" });
      else if (!isClosed(child, children[index - 1])) open.push(child);
    }
  }

  if (abbreviations.size > 0) findUses(texts, abbreviations);
  for (const { use, short, line, column } of abbreviations.values())
    if (!use)
      report(
        { line, column },
        `The text never uses the abbreviation ${short}.`,
        `Delete the line, or use ${short} as a separate word outside headings, links and code.`,
      );
  return {
    abbreviations: [...abbreviations.values()],
    paragraphs,
    texts,
    issues,
  };

  function report(place: Place, problem: string, remedy: string) {
    issues.push({ ...place, problem, remedy, rule: "content/abbreviation" });
  }

  function readParagraph(node: Node): boolean {
    const lines = textOf(node).split("\n");
    const matches = lines.map((line) => definition.exec(line.trim()));
    if (!matches.some(Boolean)) return false;
    const { line, column } = placeOf(node);
    const isPlain = node.children?.every(({ type }) => type === "text");
    const isDefining = isPlain && matches.every(Boolean);
    for (const [index, match] of matches.entries()) {
      const [, short = "", long = ""] = match ?? [];
      const place = { line: line + index, column };
      if (!match) continue;
      if (!isDefining)
        report(
          place,
          `*[${short}] is shown as plain text: it defines nothing here.`,
          "Put an empty line before and after it, and plain words after the colon.",
        );
      else if (abbreviations.has(short))
        report(
          place,
          `The abbreviation ${short} is already defined; the first definition is used.`,
          "Remove one of the two.",
        );
      else abbreviations.set(short, { ...place, short, long });
    }
    if (isDefining) paragraphs.add(node);
    return Boolean(isDefining);
  }
}

/** The text nodes of a body outside its links, headings and code. @throws the parser's error for invalid MDX */
export const findTexts = (body: string, format: "md" | "mdx"): Node[] =>
  readAbbreviations(parseSource(toSource(body, format), format)).texts;

/** In inline HTML such as <kbd>CSS</kbd> each tag is a separate node. */
const isClosed = (node: Node, before: Node | undefined): boolean =>
  closed.test(node.type) ||
  Boolean(node.data?.directiveLabel) ||
  (node.type.startsWith("mdxJsx") && closedElement.test(node.name ?? "")) ||
  (before?.type === "html" && closedElement.test(before.value ?? ""));

/** Matches whole words only: not the CSS in CSSOM or CSS-holder. */
function findUses(
  texts: readonly Node[],
  abbreviations: ReadonlyMap<string, Abbreviation>,
): void {
  const shorts = [...abbreviations.keys()]
    .sort((a, b) => b.length - a.length)
    .map((short) => short.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const uses = new RegExp(
    `(?<![\\p{L}\\p{N}_-])(?:${shorts.join("|")})(?![\\p{L}\\p{N}_-])`,
    "gu",
  );
  for (const node of texts)
    for (const { 0: short, index: at } of (node.value ?? "").matchAll(uses)) {
      const abbreviation = abbreviations.get(short);
      if (abbreviation) abbreviation.use ??= { node, at };
    }
}
