import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Finding } from "gatepost/files/finding.ts";
import { toLines } from "./splice.ts";
import { toProblem, type Field } from "./source.ts";

/** An element of XML: its attributes begin with @, its text is #text; what is there more than once is a list. */
export type Element = {
  [name: string]: string | Element | (string | Element)[];
};

const listed = new Set([
  "item",
  "entry",
  "category",
  "link",
  "author",
  "wp:postmeta",
  "dc:creator",
]);
const toParser = (stopNodes: string[]) =>
  new XMLParser({
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    alwaysCreateTextNode: true,
    captureMetaData: true,
    htmlEntities: true,
    stopNodes,
    isArray: (name) => listed.has(name),
  });
const places = XMLParser.getMetaDataSymbol() as unknown as string;

/** Reads XML that defines nothing of its own: entities that blow up on reading are refused, not followed. */
export function readXml(file: string, text: string): Element | Finding {
  const entity = text.search(/<!(?:ENTITY|DOCTYPE[^>]*\[)/i);
  const place = (offset: number) => ({
    line: toLines(text)(offset),
    column: offset - text.lastIndexOf("\n", offset),
  });
  if (entity >= 0)
    return toProblem(
      file,
      "The file defines entities of its own.",
      "Export it again without a <!DOCTYPE>; nothing needs one.",
      place(entity),
    );
  const state = XMLValidator.validate(text);
  if (state !== true)
    return toProblem(
      file,
      `XML cannot be read here${/invalid|illegal/i.test(state.err.msg) ? "." : `: ${state.err.msg}`}`,
      "Export it again, or mend it at this place.",
      {
        line: state.err.line,
        column: state.err.col,
      },
    );
  try {
    // What Atom says in XHTML stays as it is written.
    return toParser(
      /<feed[\s>]/.test(text.slice(0, 2000))
        ? ["*.entry.content", "*.entry.summary"]
        : [],
    ).parse(text) as Element;
  } catch {
    return toProblem(
      file,
      "XML cannot be read: something in it has a name that nothing may have, like __proto__.",
      "Export it again, or take that out.",
    );
  }
}

/** All elements of a name, in order. */
export const elementsOf = (
  parent: Element | undefined,
  name: string,
): Element[] => {
  const value =
    parent && Object.hasOwn(parent, name) ? parent[name] : undefined;
  return (
    Array.isArray(value) ? value : value === undefined ? [] : [value]
  ).map((one) => (typeof one === "string" ? { "#text": one } : one));
};

/** The text of the first element of a name; undefined when there is none. */
export const textOf = (
  parent: Element | undefined,
  name: string,
): string | undefined => {
  const text = elementsOf(parent, name)[0]?.["#text"];
  return typeof text === "string" ? text : undefined;
};

export const attributeOf = (
  element: Element | undefined,
  name: string,
): string | undefined => {
  const value = element?.[`@${name}`];
  return typeof value === "string" ? value : undefined;
};

/** Lines in an XML file: of an element's beginning, and of its text's. */
export function toPlaces(text: string) {
  const toLine = toLines(text);
  const startOf = (element: Element | undefined): number =>
    (element?.[places] as unknown as { startIndex: number } | undefined)
      ?.startIndex ?? 0;
  return {
    lineOf: (element: Element | undefined): number => toLine(startOf(element)),
    /** The line on which an element's text begins, after its tag. */
    textLineOf: (element: Element | undefined): number => {
      const start = startOf(element);
      const opened = text.indexOf(">", start) + 1;
      const written =
        text.slice(opened, opened + 2000).match(/^\s*(?:<!\[CDATA\[)?\s*/)?.[0]
          .length ?? 0;
      return toLine(opened + written);
    },
  };
}

/** All elements in an element as fields by their names, but some; what has no text of its own is left away. */
export const toElementFields = (
  parent: Element,
  lineOf: (element: Element) => number,
  but: ReadonlySet<string>,
): Field[] =>
  Object.keys(parent)
    .filter((name) => !/^[@#]/.test(name) && !but.has(name))
    .flatMap((name) =>
      elementsOf(parent, name).map((element) => ({
        name,
        value:
          [
            element["#text"],
            attributeOf(element, "url"),
            attributeOf(element, "href"),
          ].find(Boolean) ?? "",
        line: lineOf(element),
      })),
    );
