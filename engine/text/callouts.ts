import { placeOf, toPlacer, walk, type Node } from "./body-tree.ts";
import type { Place } from "#files/finding.ts";
import { site } from "#site.ts";

/** The kinds of callouts and their default titles. */
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

/** An invalid callout: unknown kind, not closed, {attributes}, text after its name, or a ::: that stayed text. */
export type CalloutIssue = Place & {
  issue: "name" | "alert" | "open" | "attributes" | "rest" | "text";
  written: string;
};

/** The prefix of a line in a list or quotation. */
const before = /^[\s>*+\-\d.)]*$/;
/** Three or more colons at the start of a line, perhaps in a quotation. */
const colons = /(?<=^[\s>]*):{3,}[^\n]*/gm;

export function readCalloutIssues(root: Node, body: string): CalloutIssue[] {
  if (!body.includes(":::") && !body.includes("[!")) return [];
  const issues: CalloutIssue[] = [];
  for (const { node } of walk(root)) {
    if (node.type === "containerDirective")
      issues.push(...readContainer(node, body));
    if (node.type === "blockquote") issues.push(...readAlert(node));
    if (node.type !== "text" || !node.value?.includes(":::")) continue;
    const start = node.position?.start.offset ?? 0;
    const source = body.slice(start, node.position?.end.offset);
    const toPlace = toPlacer(source, placeOf(node));
    for (const { 0: written, index } of source.matchAll(colons)) {
      const at = start + index;
      if (before.test(body.slice(body.lastIndexOf("\n", at - 1) + 1, at)))
        issues.push({ ...toPlace(index), issue: "text", written });
    }
  }
  return issues;
}

function readContainer(node: Node, body: string): CalloutIssue[] {
  const issues: CalloutIssue[] = [];
  const place = placeOf(node);
  const name = node.name ?? "";
  const { start, end } = node.position ?? {};
  const source = body.slice(start?.offset, end?.offset);
  const fence = /^:+/.exec(source)?.[0] ?? "";
  if (!Object.hasOwn(calloutKinds, name))
    issues.push({ ...place, issue: "name", written: name });
  const label = node.children?.[0]?.data?.directiveLabel
    ? node.children[0]
    : undefined;
  const named = label?.position
    ? label.position.end.offset - (start?.offset ?? 0)
    : fence.length + name.length;
  const rest = source.slice(named).split("\n", 1)[0] ?? "";
  const written = rest.trim();
  if (written !== "")
    issues.push({
      line: place.line,
      column: place.column + named + rest.indexOf(written),
      issue: written.startsWith("{") ? "attributes" : "rest",
      written,
    });
  const last = source.trimEnd().split("\n").slice(1).at(-1) ?? "";
  const closing = /^[\s>]*(:{3,})\s*$/.exec(last)?.[1] ?? "";
  if (closing.length < fence.length)
    issues.push({ ...place, issue: "open", written: fence + name });
  return issues;
}

function readAlert(node: Node): CalloutIssue[] {
  const text = node.children?.[0]?.children?.[0];
  const [line = "", name = "", rest = ""] =
    alertMark.exec(text?.value ?? "") ?? [];
  if (!text || name === "") return [];
  const place = placeOf(text);
  if (!Object.hasOwn(alertKinds, name.toLowerCase()))
    return [{ ...place, issue: "alert", written: name }];
  if (rest === "") return [];
  const column = place.column + line.indexOf(rest, name.length);
  return [{ line: place.line, column, issue: "rest", written: rest }];
}
