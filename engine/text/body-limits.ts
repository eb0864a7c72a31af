import { placeOf, toPlacer, walk, type Node } from "./body-tree.ts";
import type { Place } from "#files/finding.ts";

/**
 * What no parser should be given: it would take minutes, or its own memory, or end the whole process. The limits are far
 * beyond what anybody writes, and a tenth of what hurts.
 */
export type ParseLimit = Place & { of: "signs" | "code" | "depth" };

/** Signs that may mean something, each of which ends a piece of text. */
const sign = /[&<>*_~`[\]!{}'"\\.:@|-]/g;
/** The parser joins pieces of text one by one: its time and memory grow with the signs of a block times its length. */
const mostWork = 1e9;
/** Lines that begin a text of their own: empty ones, and rows of tables. */
const blockStart = /^[\s>]*(?:\||$)/;

/** Braces are looked for through the rest of the text, each anew. */
const mostBraceWork = 5e8;
/** What nests in code, and what chains: [[[…]]], 1 + 1 + 1 …. */
const opening = /[([{]/g;
const chaining = /[<>!~+\-*/%?=.&|^`]|\b(?:new|typeof|void|await|delete)\b/g;
/** Of tags that open and never close the parser looks at all before, with each. */
const tag = /<[^\s/!]/g;
const mostTags = 8000;
const mostOpening = 3000;
const mostChaining = 12_000;
/** import A from "b"; is code that cannot nest. */
const plainImport = /^import\s+\w+\s+from\s+(["'])[^"'\n]*\1;?[ \t]*\r?$/gm;
const firstCode = /\{|^(?:import|export)\b/m;

/** What in a body is too much to be parsed at all. */
export function findParseLimit(
  body: string,
  format: "md" | "mdx",
): ParseLimit | undefined {
  let line = 0;
  let start = 0;
  let length = 0;
  let signs = 0;
  for (const text of body.split("\n")) {
    if (blockStart.test(text)) {
      start = text.includes("|") ? line : line + 1;
      length = 0;
      signs = 0;
    }
    length += text.length + 1;
    signs += count(text, sign);
    if (length * signs > mostWork)
      return { line: start + 1, column: 1, of: "signs" };
    line++;
  }
  if (format === "md") return undefined;
  if (count(body, tag) > mostTags) return { line: 1, column: 1, of: "code" };
  const code = body.replace(plainImport, (text) => " ".repeat(text.length));
  const first = code.search(firstCode);
  if (first < 0) return undefined;
  const isModule = /^(?:import|export)\b/m.test(code);
  const region = code.slice(
    first,
    isModule ? undefined : code.lastIndexOf("}") + 1,
  );
  return count(code, /\{/g) * body.length > mostBraceWork ||
    count(region, opening) > mostOpening ||
    count(region, chaining) > mostChaining
    ? { ...toPlacer(code, { line: 1, column: 1 })(first), of: "code" }
    : undefined;
}

/** How deep things may stand in one another: a list in a list is two of its levels. */
const deepest = 100;

/** The first thing that stands deeper in others than a page can show. */
export function findDepth(root: Node): ParseLimit | undefined {
  for (const { node, depth } of walk(root))
    if (depth > deepest) return { ...placeOf(node), of: "depth" };
  return undefined;
}

const count = (text: string, sign: RegExp): number => {
  let found = 0;
  for (const _ of text.matchAll(sign)) found++;
  return found;
};
