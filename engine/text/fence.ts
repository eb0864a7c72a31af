import { bundledLanguages } from "shiki/langs";
import { placeOf, type Node } from "./body-tree.ts";
import type { Issue } from "#files/finding.ts";
import { quote } from "#model/fields.ts";
import { toSuggestion } from "#model/suggestion.ts";

/** How a line of code is highlighted: marked, inserted or deleted. */
export type LineKind = "mark" | "ins" | "del";

const examples: Readonly<Record<string, string>> = {
  title: 'title="src/site.ts"',
  ins: "ins={3}",
  del: "del={1-2}",
};
export const fenceOptions = ["{2,4-6}", ...Object.values(examples)].join(", ");
/** Splits at spaces, except within quotes or braces; an unclosed one extends to the end. */
const word = /(?:[^\s"'{]+|"[^"]*"|'[^']*'|\{[^}]*\}|["'{].*)+/g;
/** title="src/site.ts" */
const name = /^title=(["'])(.*\S.*)\1$/;
/** {2,4-6} ins={3} del={1-2} */
const selection = /^(?:(ins|del)=)?\{([^{}]*)\}$/;
/** 3 or 4-6 */
const range = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/;

/** The most line ranges in one block: each visits all lines. */
const most = 100;

export function readFence(meta: string, language: string, count: number) {
  const lines = new Map<number, LineKind>();
  /** `at` is an offset in the options. */
  const issues: { at: number; problem: string; remedy: string }[] = [];
  let ranges = 0;
  let title: string | undefined;
  for (const { 0: written, index: at } of meta.matchAll(word)) {
    const report = (problem: string, remedy: string) =>
      issues.push({ at, problem, remedy });
    const [, , given] = name.exec(written) ?? [];
    const [, change, list] = selection.exec(written) ?? [];
    if (given !== undefined) {
      if (title !== undefined)
        report(`${short(written)} is a second title.`, "Remove one of them.");
      title ??= given;
    } else if (list === undefined)
      report(
        `${short(written)} is not an option of a code block.`,
        toRemedy(written),
      );
    else if (change && language === "diff")
      report(
        `${short(written)} has no effect in a diff.`,
        "Begin the lines with + or -, or write the code's language instead of diff.",
      );
    else
      for (const part of list.split(",")) {
        if (++ranges > most) {
          report(
            `There are more than ${most} lines and ranges.`,
            "Use fewer, or remove them.",
          );
          return { ...(title === undefined ? {} : { title }), lines, issues };
        }
        const [, first, last = first] = range.exec(part) ?? [];
        const [from, to] = [Number(first), Number(last)];
        if (!(from >= 1 && to >= from)) {
          report(
            `${short(part.trim() || written)} is not a valid line or range.`,
            "Count from 1, lower number first, like {2,4-6}.",
          );
          continue;
        }
        if (to > count)
          report(
            `${part.trim()} is past the end: the last line is ${count}.`,
            "Use line numbers that exist.",
          );
        const kind = (change ?? "mark") as LineKind;
        for (let line = from; line <= Math.min(to, count); line++)
          if ((lines.get(line) ?? kind) === kind) lines.set(line, kind);
          else {
            report(
              `Line ${line} has two different marks.`,
              "Keep one: marked, added or removed.",
            );
            break;
          }
      }
  }
  return { ...(title === undefined ? {} : { title }), lines, issues };
}

/** Titles can be long. */
const short = (written: string): string => quote(written).slice(1, -1);

function toRemedy(written: string): string {
  const [name = ""] = /^[\w-]*/.exec(written) ?? [];
  const meant = toSuggestion(name, Object.keys(examples));
  return meant ? `Did you mean ${examples[meant]}?` : `Use ${fenceOptions}.`;
}

/** Every language with colours, and those without. */
const languages = new Set([
  ...Object.keys(bundledLanguages),
  ..."ansi plain plaintext text txt".split(" "),
]);

/** A language in lower case, as the colours know it. */
export const toLanguage = (written: string): string => written.toLowerCase();

function toLanguageRemedy(written: string): string {
  // ```js:app.js as on Qiita, ```js{1}
  const [, name = "", title, lines] =
    /^([\w#+-]+)(?::(.+)|(\{.*))$/.exec(written) ?? [];
  if (languages.has(toLanguage(name)))
    return `Write ${name} ${lines ?? `title="${title}"`}, with a space.`;
  // Of three letters, too many languages differ in one.
  const meant =
    written.length > 3
      ? toSuggestion(toLanguage(written), [...languages])
      : undefined;
  return `${meant ? `Did you mean ${meant}? ` : ""}Write text for code without colours.`;
}

export function readFenceIssues(node: Node, body: string): Issue[] {
  const meta = node.meta ?? "";
  const language = node.lang ?? "";
  const { line, column } = placeOf(node);
  const start = node.position?.start.offset ?? 0;
  const opening = body.slice(start, body.indexOf("\n", start) >>> 0);
  const rule = "content/code-fence";
  const columnOf = (text: string, offset = 0) =>
    column + offset + Math.max(0, opening.indexOf(text));
  // ```{2} has no language, so the parser takes the braces for one.
  if (/^\{|=/.test(language))
    return [
      {
        line,
        column: columnOf(language),
        problem: `${short(language)} is where the language belongs.`,
        remedy: "Write the language first, or text if there is none.",
        rule,
      },
    ];
  const unknown =
    language === "" || languages.has(toLanguage(language))
      ? []
      : [
          {
            line,
            column: columnOf(language),
            problem: `Nothing colours the language ${quote(language)}.`,
            remedy: toLanguageRemedy(language),
            rule,
          },
        ];
  const count = (node.value ?? "").split("\n").length;
  return [
    ...unknown,
    ...readFence(meta, language, count).issues.map(({ at, ...message }) => ({
      line,
      column: columnOf(meta, at),
      ...message,
      rule,
    })),
  ];
}
