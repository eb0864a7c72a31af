import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { Place } from "./finding.ts";

type ParsedYaml = {
  document: Document;
  toPlace: (offset: number) => Place;
};

/**
 * The front matter parsed last: one file may have a thousand findings, and their positions are looked up one by one.
 */
let last: { yaml: string; parsed: ParsedYaml } | undefined;

/**
 * Parses front matter; line numbers include the opening line of hyphens. Dates stay as written, since YAML would roll
 * them over.
 */
export function parseYaml(yaml: string): ParsedYaml {
  if (last?.yaml === yaml) return last.parsed;
  const lineCounter = new LineCounter();
  // The parser's own check for duplicate keys is quadratic; findRepeated is linear.
  const document = parseDocument(yaml, {
    lineCounter,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const toPlace = (offset: number) => {
    const { line, col } = lineCounter.linePos(Math.max(0, offset));
    return { line: line + 1, column: col };
  };
  last = { yaml, parsed: { document, toPlace } };
  return last.parsed;
}

/** The offsets of duplicate keys. */
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
