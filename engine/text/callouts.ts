import {
  append,
  findAtLineStart,
  placeOf,
  sourceOf,
  walk,
  type Node,
} from "./body-tree.ts";
import type { Issue } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { site } from "#site.ts";

export const calloutKinds: Readonly<Record<string, string>> = {
  note: "Note",
  tip: "Tip",
  warning: "Warning",
  ...site.callouts,
};

/** GitHub's five alerts, > [!NOTE] and so on, with our kind for each; their own word is the title. */
export const alertKinds: Readonly<
  Record<string, { kind: string; title: string }>
> = {
  note: { kind: "note", title: "Note" },
  tip: { kind: "tip", title: "Tip" },
  important: { kind: "note", title: "Important" },
  warning: { kind: "warning", title: "Warning" },
  caution: { kind: "warning", title: "Caution" },
};

/** [!NOTE] at the start of a quotation, and the rest of its line. */
export const alertMark = /^\[!([a-z]+)\][ \t]*([^\r\n]*)(?:\r?\n|$)/i;

const fences = Object.keys(calloutKinds).map((name) => `:::${name}`);
const alerts = Object.keys(alertKinds).map(
  (name) => `[!${name.toUpperCase()}]`,
);
/** Three or more colons at the start of a line, perhaps in a quotation. */
const colons = /(?<=^[\s>]*):{3,}[^\n]*/gm;

/** Invalid callouts: an unknown kind, not closed, {attributes}, text after the name, or a ::: that stayed text. */
export function readCalloutIssues(root: Node, body: string): Issue[] {
  if (!body.includes(":::") && !body.includes("[!")) return [];
  const issues: Issue[] = [];
  for (const { node } of walk(root)) {
    if (node.type === "containerDirective")
      append(issues, readContainer(node, body));
    if (node.type === "blockquote") append(issues, readAlert(node));
    for (const { written, ...place } of findAtLineStart(node, body, colons))
      issues.push({
        ...place,
        problem: `"${written}" neither opens nor closes a callout.`,
        // A table continues with whatever follows it.
        remedy: /^:+$/.test(written)
          ? "Remove it, or put an empty line before it if there is a table above."
          : `Write ${fences[0]}, the text and ::: on separate lines. For three colons as text, write \\:::.`,
        rule: "content/callout-line",
      });
  }
  return issues;
}

function readContainer(node: Node, body: string): Issue[] {
  const issues: Issue[] = [];
  const place = placeOf(node);
  const name = node.name ?? "";
  const source = sourceOf(node, body);
  const fence = /^:+/.exec(source)?.[0] ?? "";
  if (!Object.hasOwn(calloutKinds, name))
    issues.push({
      ...place,
      problem: `There is no callout :::${name}.`,
      remedy: toRemedy(`:::${name}`, fences),
      rule: "content/callout",
    });
  const [label] = node.children ?? [];
  const named = label?.data?.directiveLabel
    ? (label.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0)
    : fence.length + name.length;
  const rest = source.slice(named).split("\n", 1)[0] ?? "";
  const column = place.column + named + rest.search(/\S/);
  if (rest.trim() !== "")
    issues.push(toRest(rest.trim(), { line: place.line, column }));
  const last = source.trimEnd().split("\n").slice(1).at(-1) ?? "";
  const closing = /^[\s>]*(:{3,})\s*$/.exec(last)?.[1] ?? "";
  if (closing.length < fence.length)
    issues.push({
      ...place,
      problem: `${fence}${name} is never closed: everything after it is in the callout.`,
      remedy: `Write ${fence} on a line of its own where it ends, with an empty line before it.`,
      rule: "content/callout-open",
    });
  return issues;
}

function readAlert(node: Node): Issue[] {
  const text = node.children?.[0]?.children?.[0];
  const [line = "", name = "", rest = ""] =
    alertMark.exec(text?.value ?? "") ?? [];
  if (!text || name === "") return [];
  const place = placeOf(text);
  if (!Object.hasOwn(alertKinds, name.toLowerCase()))
    return [
      {
        ...place,
        problem: `There is no callout [!${name}].`,
        remedy: toRemedy(`[!${name.toUpperCase()}]`, alerts),
        rule: "content/callout",
      },
    ];
  if (rest === "") return [];
  const column = place.column + line.indexOf(rest, name.length);
  return [toRest(rest, { line: place.line, column })];
}

const toRest = (written: string, place: { line: number; column: number }) =>
  written.startsWith("{")
    ? {
        ...place,
        problem: `${written} means nothing in a callout.`,
        remedy: "Remove it. A label goes in square brackets.",
        rule: "content/callout-attributes",
      }
    : {
        ...place,
        problem: `"${written}" cannot be on this line.`,
        remedy: written.startsWith("[")
          ? "Close the label with ] on the same line."
          : "Write it on the next line. A label goes in square brackets: :::note[Like this].",
        rule: "content/callout-line",
      };

function toRemedy(written: string, names: readonly string[]): string {
  const meant = toSuggestion(written, names);
  return meant ? `Did you mean ${meant}?` : `Use one of: ${names.join(", ")}.`;
}
