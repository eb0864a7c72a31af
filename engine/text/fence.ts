import { placeOf, type Node } from "./body-tree.ts";
import type { Place } from "#files/finding.ts";

/** What a line of code can be, apart from itself: marked, or a change. */
export type LineKind = "mark" | "ins" | "del";

/** What was written behind a language and cannot be meant so; `at` counts from the beginning of those words. */
type Issue = {
  issue:
    "word" | "value" | "lines" | "beyond" | "both" | "twice" | "diff" | "many";
  written: string;
  at: number;
};
/** An issue in the first line of a code block with this many lines. */
export type FenceIssue = Place &
  Omit<Issue, "at" | "issue"> & { lines: number } & {
    issue: Issue["issue"] | "language";
  };

/** What the words behind a language ask for. */
export type Fence = {
  title?: string;
  /** By the number of the line, from 1. */
  lines: ReadonlyMap<number, LineKind>;
  issues: Issue[];
};

/** Words of which a part in quotes or braces may hold spaces; what never closes goes on to the end. */
const word = /(?:[^\s"'{]+|"[^"]*"|'[^']*'|\{[^}]*\}|["'{].*)+/g;
/** title="src/site.ts" */
const name = /^title=(["'])(.*\S.*)\1$/;
/** {2,4-6} ins={3} del={1-2} */
const selection = /^(?:(ins|del)=)?\{([^{}]*)\}$/;
/** 3 or 4-6 */
const range = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/;

/** As many ranges of lines as one block names. */
const most = 100;

/** Reads what stands behind the language of a block of code that has a number of lines. */
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
    // A diff has its own marks.
    else if (change && language === "diff") say("diff");
    else
      for (const part of list.split(",")) {
        // Nobody writes more; a broken text might, each of them over all lines.
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

/** The issues in the first line of a code block, with their places. */
export function readFenceIssues(node: Node, body: string): FenceIssue[] {
  const meta = node.meta ?? "";
  const language = node.lang ?? "";
  const lines = (node.value ?? "").split("\n").length;
  const { line, column } = placeOf(node);
  const start = node.position?.start.offset ?? 0;
  const opening = body.slice(start, body.indexOf("\n", start) >>> 0);
  const at = (text: string) => column + Math.max(0, opening.indexOf(text));
  // ```{2} has no language: the braces were taken for one.
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
