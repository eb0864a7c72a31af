import {
  blankComments,
  placeOf,
  toPlacer,
  walk,
  type Node,
} from "./body-tree.ts";
import type { Place } from "#files/finding.ts";

/** Elements whose content browsers do not parse as HTML. */
const swallowing = /<(\/?)(script|style|textarea|title|iframe|noscript)\b/gi;
/** ``` or ~~~, of at least three characters, perhaps inside a list or quotation. */
const fence = /^[\s>]*(`{3,}|~{3,})/;
/**
 * [text][name], [text][] and [^note] that the parser did not recognise as references, unless escaped. Excludes x[i][j]
 * and numbers such as [12][13].
 */
const reference =
  /(?<![\\\p{L}\p{N}\])])\[(?!\^)(?=[^[\]\n]*\p{L})[^[\]\n]+(?<!\\)\]\[[^[\]\n]*\]|(?<!\\)\[\^[^\]\s[]+\]/gu;

/** Unclosed HTML, comments and code fences, with positions. */
export function readUnclosed(
  root: Node,
  body: string,
): (Place & { markup: string })[] {
  const unclosed: (Place & { markup: string })[] = [];
  /** Swallowing elements that are open at this point. */
  const open = new Map<string, Place>();
  for (const { node } of walk(root)) {
    if (node.type === "code") {
      const source = sourceOf(node, body);
      const opened = fence.exec(source)?.[1];
      const closing = fence.exec(
        source.slice(source.lastIndexOf("\n") + 1),
      )?.[1];
      const isClosed =
        source.includes("\n") &&
        closing?.[0] === opened?.[0] &&
        (closing?.length ?? 0) >= (opened?.length ?? 0);
      if (opened && !isClosed)
        unclosed.push({ ...placeOf(node), markup: opened });
    }
    if (node.type !== "html") continue;
    const shown = blankComments(node.value ?? "");
    if (shown.includes("<!--"))
      unclosed.push({ ...placeOf(node), markup: "<!--" });
    for (const [, slash, name = ""] of shown.matchAll(swallowing)) {
      const element = name.toLowerCase();
      if (slash) open.delete(element);
      else open.set(element, placeOf(node));
    }
  }
  for (const [name, place] of open)
    unclosed.push({ ...place, markup: `<${name}` });
  return unclosed;
}

/** References to something undefined, which stay as text. */
export function readMissing(
  root: Node,
  body: string,
): (Place & { written: string })[] {
  const missing: (Place & { written: string })[] = [];
  for (const { node } of walk(root)) {
    if (node.type !== "text" || !node.value?.includes("[")) continue;
    const source = sourceOf(node, body);
    const toPlace = toPlacer(source, placeOf(node));
    for (const { 0: written, index } of source.matchAll(reference))
      missing.push({ ...toPlace(index), written });
  }
  return missing;
}

const sourceOf = ({ position }: Node, body: string): string =>
  body.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
