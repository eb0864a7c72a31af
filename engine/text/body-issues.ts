import {
  blankComments,
  placeOf,
  sourceOf,
  toPlacer,
  walk,
  type Node,
} from "./body-tree.ts";
import { swallowing } from "./html.ts";
import type { Issue, Place } from "#files/finding.ts";

const tag = /<(\/?)([a-z]+)\b/gi;
const unclosedComment = /<!--|<\?|<!\[CDATA\[/i;
/** ``` or ~~~, of at least three characters, perhaps inside a list or quotation. */
const fence = /^[\s>]*(`{3,}|~{3,})/;
/** References that the parser did not recognise, unless escaped; not x[i][j] and numbers such as [12][13]. */
const reference =
  /(?<![\\\p{L}\p{N}\])])\[(?!\^)(?=[^[\]\n]*\p{L})[^[\]\n]+(?<!\\)\]\[[^[\]\n]*\]|(?<!\\)\[\^[^\]\s[]+\]/gu;

/** The places of unclosed HTML, comments and code fences, as their opening markup. */
export function findUnclosed(root: Node, body: string) {
  const unclosed: (Place & { markup: string })[] = [];
  /** Swallowing elements that are open at this point. */
  const open = new Map<string, Place>();
  for (const { node } of walk(root)) {
    if (node.type === "code") {
      const source = sourceOf(node, body);
      const opened = fence.exec(source)?.[1];
      const last = source.slice(source.lastIndexOf("\n") + 1);
      const isClosed =
        source.includes("\n") &&
        fence.exec(last)?.[1]?.startsWith(opened ?? "");
      if (opened && !isClosed)
        unclosed.push({ ...placeOf(node), markup: opened });
    }
    if (node.type !== "html") continue;
    const shown = blankComments(node.value ?? "");
    const [markup] = unclosedComment.exec(shown) ?? [];
    if (markup) unclosed.push({ ...placeOf(node), markup });
    for (const [, slash, name = ""] of shown.matchAll(tag)) {
      const element = name.toLowerCase();
      if (!swallowing.test(element)) continue;
      if (slash) open.delete(element);
      else open.set(element, placeOf(node));
    }
  }
  for (const [name, place] of open)
    unclosed.push({ ...place, markup: `<${name}` });
  return unclosed;
}

/** References to something undefined, which stay as text. */
export function readMissing(root: Node, body: string): Issue[] {
  const missing: Issue[] = [];
  for (const { node } of walk(root)) {
    if (node.type !== "text" || !node.value?.includes("[")) continue;
    const source = sourceOf(node, body);
    const toPlace = toPlacer(source, placeOf(node));
    for (const { 0: written, index } of source.matchAll(reference)) {
      // [text][name], [name][] or [^name]
      const [, first, second] =
        /^\[\^?([^[\]]*)\](?:\[([^[\]]*)\])?$/.exec(written) ?? [];
      missing.push({
        ...toPlace(index),
        problem: `${written} is not defined in this text.`,
        remedy: written.startsWith("[^")
          ? `Add a line [^${first}]: with the note, or put a \\ before the bracket.`
          : `Add a line [${second || first}]: with the address, or put a \\ before each bracket.`,
        rule: "content/link-reference",
      });
    }
  }
  return missing;
}
