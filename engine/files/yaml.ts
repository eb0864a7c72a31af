import {
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import { toPlacer } from "#text/body-tree.ts";
import type { Message, Place } from "./finding.ts";

type ParsedYaml = { document: Document; toPlace: (offset: number) => Place };

/** The front matter parsed last: a thousand findings may look up their positions in it one by one. */
let last: { key: string; parsed: ParsedYaml } | undefined;

/**
 * Parses YAML. Dates stay as written, since YAML would roll them over.
 * @param linesBefore how many lines of the file come before: in front matter, the line of hyphens
 */
export function parseYaml(yaml: string, linesBefore = 1): ParsedYaml {
  const key = `${linesBefore} ${yaml}`;
  if (last?.key === key) return last.parsed;
  // The parser's own check for duplicate keys is quadratic; findRepeated is linear.
  const document = parseDocument(yaml, {
    prettyErrors: false,
    uniqueKeys: false,
  });
  const toPlace = toPlacer(yaml, { line: linesBefore + 1, column: 1 });
  last = { key, parsed: { document, toPlace } };
  return last.parsed;
}

export function findRepeated(document: Document): number[] {
  const repeated: number[] = [];
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (isSeq(node)) for (const item of node.items) open.push(item);
    if (!isMap(node)) continue;
    const names = new Set<unknown>();
    for (const { key, value } of node.items) {
      open.push(value);
      if (!isScalar(key)) continue;
      if (names.has(key.value)) repeated.push(key.range?.[0] ?? 0);
      names.add(key.value);
    }
  }
  return repeated.sort((a, b) => a - b);
}

/** The pairs of a map by key: searching all pairs for each of 10,000 fields would take minutes. */
const namesOf = new WeakMap<YAMLMap, Map<string, Pair>>();

function pairOf(parent: unknown, name: PropertyKey): Pair | undefined {
  if (!isMap(parent)) return undefined;
  let names = namesOf.get(parent);
  if (!names) {
    names = new Map();
    for (const pair of parent.items.toReversed())
      names.set(String((pair.key as { value?: unknown }).value), pair);
    namesOf.set(parent, names);
  }
  return names.get(String(name));
}

/** The position of a path in the YAML; its nearest ancestor's if it does not exist, none for the root. */
export function toRange(
  document: Document,
  path: readonly PropertyKey[],
  part: "key" | "value",
): readonly [start: number, end: number, ...rest: number[]] | undefined {
  let found: ReturnType<typeof toRange>;
  let parent: unknown = document.contents;
  for (const name of path) {
    const pair = pairOf(parent, name);
    const node = (
      pair ? pair.value : isSeq(parent) ? parent.items[Number(name)] : undefined
    ) as Node | null | undefined;
    const key = (pair?.key as Node | undefined)?.range;
    const value = node?.range;
    const isEmpty = node && "value" in node && node.value === null;
    const here = part === "key" || isEmpty ? (key ?? value) : (value ?? key);
    if (!here) break;
    found = here;
    parent = node;
  }
  return found;
}

export const repeatedWords: Message = {
  rule: "content/repeated-field",
  problem: "This field appears twice.",
  remedy: "Keep one of the two.",
};

/** Messages for common mistakes, by the parser's error codes. */
const mistakes: Readonly<Record<string, [problem: string, remedy: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: [
    "There is a colon inside the value.",
    'Put the value in quotes, like title: "Cast iron: is it worth it?".',
  ],
  TAB_AS_INDENT: ["The line is indented with a tab.", "Indent with spaces."],
  UNEXPECTED_TOKEN: [
    "There is text after the end of the value.",
    `Put the whole value in double quotes, like title: "Don't panic".`,
  ],
  BAD_INDENT: [
    "The line is not indented like the lines around it.",
    "Start every field in the first column, and indent what belongs to it by two spaces.",
  ],
  TAG_RESOLVE_FAILED: [
    "A value begins with !, which has a special meaning in YAML.",
    "Put the value in quotes.",
  ],
};

/** The message for a parser's error; for uncommon ones, its own first sentence. */
export function yamlWords(code: string, message: string): Message {
  const [problem, remedy] = mistakes[code] ?? [
    `This is not valid YAML: ${message}.`,
    code === "MISSING_CHAR"
      ? "Close every quote and bracket; double a ' inside '…'."
      : "Write one field per line, like title: My article.",
  ];
  return { problem, remedy, rule: "content/yaml" };
}
