import {
  blankComments,
  findTextInCode,
  textBlocks,
  sourceOf,
  placeOf,
  toPlacer,
  walk,
  type Node,
} from "./body-tree.ts";
import type { Issue } from "#files/finding.ts";
import { quote } from "#model/fields.ts";
import {
  address,
  bullets,
  foreign,
  inHtml,
  other,
  shapes,
  wideSpace,
  type Foreign,
} from "./foreign-patterns.ts";

const rule = "content/foreign-markup";
const toAny = (rows: readonly Foreign[]) =>
  new RegExp(
    rows
      .map(({ pattern }, index) => `(?<r${index}>${pattern.source})`)
      .join("|"),
    "gmu",
  );
const all = [foreign, toAny(foreign)] as const;
const anyInHtml = toAny(inHtml);

/** What all of it has; most paragraphs have none of this, and it is quick to find. */
const hint = new RegExp(
  `[~^=|%$[{&\\t${bullets}${shapes}${wideSpace}]|\\*|__|\\+\\+|##|!!!|\\?\\?\\?|\\\\[([]|:[\\w+-]|\\)\\[|＃|^[\\t >]*(?:[–—:①-⑳（(]|[-+][^\\s-]|\\w+[.)、）．])`,
  "m",
);

/** Markup of other programs in a text, once for each place. */
export function readForeignMarkup(root: Node, body: string): Issue[] {
  const issues: Issue[] = [];
  const code = findTextInCode(root, body);
  for (const { node, parent } of walk(root)) {
    const misread = toMisread(node, body);
    if (misread) issues.push({ ...misread, rule });
    const isBlock =
      textBlocks.includes(node.type) ||
      (node.type === "text" && parent.type === "mdxJsxFlowElement");
    const { source, value } =
      node.type === "html"
        ? { source: toTextOfHtml(node, body), value: "" }
        : isBlock && hint.test(sourceOf(node, body))
          ? toWords(node, body, code)
          : { source: "", value: "" };
    if (!hint.test(source)) continue;
    const toPlace = toPlacer(source, placeOf(node));
    const start = node.position?.start.offset ?? 0;
    const [rows, pattern] =
      node.type === "html" ? ([inHtml, anyInHtml] as const) : all;
    for (const { 0: found, index, groups = {} } of source.matchAll(pattern)) {
      const row = Object.keys(groups).find(
        (name) => name !== "bb" && groups[name] !== undefined,
      );
      const { problem, remedy, isLine } = rows[
        Number(row?.slice(1))
      ] as Foreign;
      const from = index + found.search(/[^\s>]/);
      const written = body.slice(start + from, start + index + found.length);
      if (
        isEscaped(source, from) ||
        (isLine && !isLineStart(body, start + index)) ||
        // An entity that exists is a character by now.
        (written.startsWith("&") && !value.includes(written))
      )
        continue;
      issues.push({
        ...toPlace(from),
        problem:
          problem ?? `${quote(written.trim()).slice(1, -1)} is shown as typed.`,
        remedy,
        rule,
      });
    }
  }
  return issues;
}

/** A block's source, at the same offsets, with bare addresses as `address` and all but text as `other`; and its text. */
function toWords(block: Node, body: string, code: Set<Node>) {
  const start = block.position?.start.offset ?? 0;
  const whole = sourceOf(block, body);
  let source = "";
  let value = "";
  const blank = (until: number, by: string) => {
    source += whole.slice(source.length, until).replace(/\S/g, by);
  };
  for (const { node, parent } of [
    { node: block, parent: block },
    ...walk(block),
  ]) {
    if (node.type !== "text" || code.has(node)) continue;
    const { start: from, end } = node.position ?? {};
    if (!from || !end) continue;
    blank(from.offset - start, other);
    if (parent.type === "link" && !sourceOf(parent, body).startsWith("["))
      blank(end.offset - start, address);
    else {
      source += body.slice(from.offset, end.offset);
      value += node.value;
    }
  }
  blank(whole.length, other);
  return { source, value };
}

/** The source of an HTML block without tags, comments and code; empty for a tag in a paragraph. */
const toTextOfHtml = (node: Node, body: string): string =>
  blankComments(sourceOf(node, body)).replace(
    /<(code|kbd|pre|samp|tt|var)\b[^]*?(?:<\/\1>|$)|<[^<>]*>/gi,
    (tag) => tag.replace(/\S/g, other),
  );

/** A paragraph that Markdown reads as a heading, for the line below it, or as code, for the space before it. */
function toMisread(node: Node, body: string): Omit<Issue, "rule"> | undefined {
  const place = placeOf(node);
  if (node.type === "heading") {
    const lines = sourceOf(node, body).trimEnd().split("\n");
    const last = lines.pop() ?? "";
    if (!/^[\s>]*-+$/.test(last)) return undefined;
    if (lines.length === 1 && !/[.!?,;:。！？，；：]\s*$/.test(lines[0] ?? ""))
      return undefined;
    return {
      line: place.line + lines.length,
      column: 1,
      problem: `${last.trim()} makes a heading of the paragraph above it.`,
      remedy: "Put an empty line before it; a heading begins with ##.",
    };
  }
  if (node.type !== "code" || node.lang) return undefined;
  if (/^[\s>]*(?:`{3}|~{3})/.test(sourceOf(node, body))) return undefined;
  return /^\p{Lu}[^{}()<>=]*[.!?…。！？]$/u.test(node.value?.trim() ?? "")
    ? {
        ...place,
        problem: "This paragraph is code, since it is indented.",
        remedy: "Remove the tab or the spaces before it.",
      }
    : undefined;
}

/** Whether an odd number of backslashes precedes an offset. */
function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === "\\") from--;
  return (at - from) % 2 > 0;
}

/** Whether a line has nothing but quotation marks and markers of lists before an offset. */
const isLineStart = (body: string, at: number): boolean =>
  /^[\s>*+\-\d.)]*$/.test(body.slice(body.lastIndexOf("\n", at - 1) + 1, at));
