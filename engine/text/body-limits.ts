import { placeOf, toPlacer, walk, type Node } from "./body-tree.ts";
import { top, type Issue } from "#files/finding.ts";

const rule = "content/size";
const tooMuchCode = {
  problem: "This text has too much code to parse.",
  remedy: "Write it as Markdown; a table may have any number of rows.",
  rule,
};

/** Punctuation that may be markup, and so ends a text node. */
const mark = /[&<>*_~`[\]!{}'"\\.:@|-]/g;
/** These count three times: the parser replaces each by a longer character. */
const quote = /["']/g;
/** The parser's time and memory grow with the punctuation times the length of a block: this takes about 500 MB. */
const mostWork = 5e8;
/** Lines that start a new block: empty lines and table rows. */
const blockStart = /^[\s>]*(?:\||$)/;

/** For each brace the parser searches the rest of the text. */
const mostBraceWork = 5e8;
/** Nested or chained code: [[[…]]], 1 + 1 + 1 …. */
const opening = /[([{]/g;
const chaining = /[<>!~+\-*/%?=.&|^`]|\b(?:new|typeof|void|await|delete)\b/g;
/** For each unclosed tag the parser searches all preceding text. */
const tag = /<[^\s/!]/g;
const mostTags = 8000;
const mostOpening = 3000;
const mostChaining = 12_000;
/** import A from "b"; cannot nest. */
const plainImport = /^import\s+\w+\s+from\s+(["'])[^"'\n]*\1;?[ \t]*\r?$/gm;
const firstCode = /\{|^(?:import|export)\b/m;

/** The first limit that a body exceeds: a tenth of what would take minutes, all memory or crash the process. */
export function findParseLimit(body: string, format: "md" | "mdx") {
  let line = 0;
  let start = 0;
  let length = 0;
  let marks = 0;
  /** Of the blocks before. */
  let work = 0;
  for (const text of body.split("\n")) {
    if (blockStart.test(text)) {
      start = text.includes("|") ? line : line + 1;
      work += length * marks;
      length = 0;
      marks = 0;
    }
    length += text.length + 1;
    marks += count(text, mark) + 2 * count(text, quote);
    if (work + length * marks > mostWork)
      return {
        line: start + 1,
        column: 1,
        problem: "This paragraph has too many punctuation characters to parse.",
        remedy: "Split it with empty lines.",
        rule,
      };
    line++;
  }
  if (format === "md") return undefined;
  if (count(body, tag) > mostTags) return { ...top, ...tooMuchCode };
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
    ? { ...toPlacer(code, top)(first), ...tooMuchCode }
    : undefined;
}

/** The maximum depth of nested blocks; a list in a list counts as two. */
const deepest = 100;

export function findDepth(root: Node): Issue | undefined {
  for (const { node, depth } of walk(root))
    if (depth > deepest)
      return {
        ...placeOf(node),
        problem: `The text is nested more than ${deepest} levels deep here.`,
        remedy: "Close what is open, or remove the characters.",
        rule,
      };
  return undefined;
}

const count = (text: string, mark: RegExp): number => {
  let found = 0;
  for (const _ of text.matchAll(mark)) found++;
  return found;
};
