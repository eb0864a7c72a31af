import { placeOf, type Node } from "./body-tree.ts";
import type { Place } from "#files/finding.ts";

/** How a line of code is highlighted: marked, inserted or deleted. */
export type LineKind = "mark" | "ins" | "del";

/** Invalid words after a language; `at` is an offset in those words. */
type Issue = {
  issue:
    "word" | "value" | "lines" | "beyond" | "both" | "twice" | "diff" | "many";
  written: string;
  at: number;
};
export type FenceIssue = Place &
  Omit<Issue, "at" | "issue"> & { lines: number } & {
    issue: Issue["issue"] | "language";
  };

/** The options after a language. */
export type Fence = {
  title?: string;
  /** By line number, from 1. */
  lines: ReadonlyMap<number, LineKind>;
  issues: Issue[];
};

/** Splits at spaces, except within quotes or braces; an unclosed one extends to the end. */
const word = /(?:[^\s"'{]+|"[^"]*"|'[^']*'|\{[^}]*\}|["'{].*)+/g;
/** title="src/site.ts" */
const name = /^title=(["'])(.*\S.*)\1$/;
/** {2,4-6} ins={3} del={1-2} */
const selection = /^(?:(ins|del)=)?\{([^{}]*)\}$/;
/** 3 or 4-6 */
const range = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/;

/** The maximum number of line ranges in one block. */
const most = 100;

/** Parses the options of a code block that has this many lines. */
export function readFence(
  meta: string,
  language: string,
  count: number,
): Fence {
  const lines = new Map<number, LineKind>();
  const issues: Issue[] = [];
  let ranges = 0;
  let title: string | undefined;
  for (const { 0: written, index: at } of meta.matchAll(word)) {
    const say = (issue: Issue["issue"], part = written) =>
      issues.push({ issue, written: part, at });
    const [, , given] = name.exec(written) ?? [];
    const [, change, list] = selection.exec(written) ?? [];
    if (given !== undefined) {
      if (title !== undefined) say("twice");
      title ??= given;
    } else if (list === undefined)
      say(/^(?:title|ins|del)\b/.test(written) ? "value" : "word");
    else if (change && language === "diff") say("diff");
    else
      for (const part of list.split(",")) {
        // Only a broken text has more, and each would visit all lines.
        if (++ranges > most) {
          if (ranges === most + 1) say("many");
          continue;
        }
        const [, first, last = first] = range.exec(part) ?? [];
        const [from, to] = [Number(first), Number(last)];
        if (!(from >= 1 && to >= from)) {
          say("lines", part.trim() || written);
          continue;
        }
        if (to > count) say("beyond", part.trim());
        const kind = (change ?? "mark") as LineKind;
        for (let line = from; line <= Math.min(to, count); line++)
          if ((lines.get(line) ?? kind) === kind) lines.set(line, kind);
          else {
            say("both", String(line));
            break;
          }
      }
  }
  return { ...(title === undefined ? {} : { title }), lines, issues };
}

/** The issues in the first line of a code block, with positions. */
export function readFenceIssues(node: Node, body: string): FenceIssue[] {
  const meta = node.meta ?? "";
  const language = node.lang ?? "";
  const lines = (node.value ?? "").split("\n").length;
  const { line, column } = placeOf(node);
  const start = node.position?.start.offset ?? 0;
  const opening = body.slice(start, body.indexOf("\n", start) >>> 0);
  const at = (text: string) => column + Math.max(0, opening.indexOf(text));
  // ```{2} has no language, so the parser takes the braces for one.
  if (/^\{|=/.test(language))
    return [
      {
        line,
        column: at(language),
        issue: "language",
        written: language,
        lines,
      },
    ];
  if (meta === "") return [];
  return readFence(meta, language, lines).issues.map(
    ({ at: offset, ...issue }) => ({
      line,
      column: at(meta) + offset,
      ...issue,
      lines,
    }),
  );
}
