import {
  findTextInCode,
  sourceOf,
  placeOf,
  toPlacer,
  walk,
  type Node,
} from "./body-tree.ts";
import type { Issue } from "#files/finding.ts";
import { quote } from "#model/fields.ts";
import { foreign, start, wideSpace, type Foreign } from "./foreign-patterns.ts";

const rule = "content/foreign-markup";
const any = new RegExp(
  foreign
    .map(({ pattern }, index) => `(?<r${index}>${pattern.source})`)
    .join("|"),
  "gmu",
);

/** What all of it has; most paragraphs have none of this, and it is quick to find. */
const hint = new RegExp(
  `[~^=|%$[{&\\t•·▪▫◦‣●○■□➢➤☐☑${wideSpace}]|\\*\\*|__|\\+\\+|##|!!!|\\?\\?\\?|\\\\[([]|:[\\w+-]|\\)\\[|＃|^[\\t >]*(?:[–—:①-⑳（(]|\\w+[.)、）．])`,
  "m",
);

/** Markup of other programs in a text, once for each place. */
export function readForeignMarkup(root: Node, body: string): Issue[] {
  const issues: Issue[] = [];
  const code = findTextInCode(root, body);
  for (const { node } of walk(root)) {
    const misread = toMisread(node, body);
    if (misread) issues.push({ ...misread, rule });
    if (node.type !== "text" || code.has(node)) continue;
    const source = sourceOf(node, body);
    if (!hint.test(source)) continue;
    const toPlace = toPlacer(source, placeOf(node));
    for (const { 0: written, index, groups = {} } of source.matchAll(any)) {
      const row = Object.keys(groups).find(
        (name) => name !== "bb" && groups[name] !== undefined,
      );
      const { problem, remedy, pattern } = foreign[
        Number(row?.slice(1))
      ] as Foreign;
      const from = index + written.search(/[^\s>]/);
      const offset = (node.position?.start.offset ?? 0) + index;
      if (
        isEscaped(source, from) ||
        (pattern.source.startsWith(start) && !isLineStart(body, offset)) ||
        // An entity that exists is a character by now.
        (written.startsWith("&") && !node.value?.includes(written))
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
