import {
  LineCounter,
  parseDocument,
  isMap,
  type Document,
  type Node,
} from "yaml";
import type { Place } from "./read.ts";

type ParsedYaml = {
  document: Document;
  toPlace: (offset: number) => Place;
};

/** The front matter parsed last: when one file has a thousand problems, their places are asked for one after another. */
let last: { yaml: string; parsed: ParsedYaml } | undefined;

/** Parses front matter; places in it count the line of hyphens above. Dates stay as written: YAML would roll them over. */
export function parseYaml(yaml: string): ParsedYaml {
  if (last?.yaml === yaml) return last.parsed;
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter, prettyErrors: false });
  const toPlace = (offset: number) => {
    const { line, col } = lineCounter.linePos(Math.max(0, offset));
    return { line: line + 1, column: col };
  };
  last = { yaml, parsed: { document, toPlace } };
  return last.parsed;
}

/** Where a path stands in the YAML text; its nearest ancestor when it was not written, none for the root. */
export function toRange(
  document: Document,
  path: readonly PropertyKey[],
  part: "key" | "value",
): readonly [start: number, end: number, ...rest: number[]] | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const name = path[depth - 1];
    const parent =
      depth === 1
        ? document.contents
        : document.getIn(path.slice(0, depth - 1), true);
    const pair = isMap(parent)
      ? parent.items.find(
          (item) =>
            String((item.key as Node & { value?: unknown }).value) ===
            String(name),
        )
      : undefined;
    const key = (pair?.key as Node | undefined)?.range;
    const node = document.getIn(path.slice(0, depth), true) as Node | undefined;
    const value = node?.range;
    const found =
      part === "key" || (node && "value" in node && node.value === null)
        ? (key ?? value)
        : (value ?? key);
    if (found) return found;
  }
  return undefined;
}
