import { XMLParser, XMLValidator } from "fast-xml-parser";
import { refuse, type Field } from "./source.ts";
import { toLines, toPlace } from "./splice.ts";

/** A parsed element: attributes start with @, its text is #text. */
export type Element = {
  [name: string]: string | Element | (string | Element)[];
};

const parser = new XMLParser({
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  alwaysCreateTextNode: true,
  captureMetaData: true,
  htmlEntities: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});
const metaData = XMLParser.getMetaDataSymbol() as unknown as string;

/** Parses XML. Entity definitions are refused, since they can expand without end. Throws Unreadable. */
export function readXml(file: string, text: string): Element {
  const entity = text.search(/<!(?:ENTITY|DOCTYPE[^<>]*\[)/i);
  if (entity >= 0)
    refuse(
      file,
      "The file defines its own entities.",
      "Export it again without a <!DOCTYPE>.",
      toPlace(text, entity),
    );
  const state = XMLValidator.validate(text);
  if (state !== true)
    refuse(
      file,
      `The XML cannot be parsed${/invalid|illegal/i.test(state.err.msg) ? "." : `: ${state.err.msg}`}`,
      "Export it again, or fix it at this place.",
      { line: state.err.line, column: state.err.col },
    );
  try {
    return parser.parse(text) as Element;
  } catch {
    return refuse(
      file,
      "The XML has an element with a reserved name, such as __proto__.",
      "Export it again, or remove the element.",
    );
  }
}

/** Puts the XHTML in an Atom feed into CDATA, so that it is read as text. Line numbers stay the same. */
export const escapeXhtml = (text: string): string =>
  /<feed[\s>]/.test(text.slice(0, 2000))
    ? text.replace(
        /<!\[CDATA\[(?:(?!<!\[CDATA\[)[^])*?\]\]>|(<(content|summary)\s(?=[^<>]*\btype\s*=\s*["']xhtml["'])[^<>]*(?<!\/)>)((?:(?!<\2\s)[^])*?)(?=<\/\2\s*>)/g,
        (whole, tag?: string, _name?: string, xhtml = "") =>
          tag
            ? `${tag}<![CDATA[${(xhtml as string).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`
            : whole,
      )
    : text;

/** All child elements of a name, in order. */
export const elementsOf = (
  parent: Element | undefined,
  name: string,
): Element[] =>
  parent && Object.hasOwn(parent, name)
    ? [parent[name] as string | Element | (string | Element)[]]
        .flat()
        .map((one) => (typeof one === "string" ? { "#text": one } : one))
    : [];

/** The text of the first child element of a name. */
export const textOf = (
  parent: Element | undefined,
  name: string,
): string | undefined => toString(elementsOf(parent, name)[0]?.["#text"]);

export const attributeOf = (
  element: Element | undefined,
  name: string,
): string | undefined => toString(element?.[`@${name}`]);

const toString = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** The lines on which elements, and their texts, start. */
export function toElementLines(text: string) {
  const toLine = toLines(text);
  const startOf = (element: Element | undefined): number =>
    (element?.[metaData] as unknown as { startIndex: number } | undefined)
      ?.startIndex ?? 0;
  return {
    lineOf: (element: Element | undefined): number => toLine(startOf(element)),
    textLineOf: (element: Element | undefined): number => {
      const start = /[^>]*>\s*(?:<!\[CDATA\[\s*)?/y;
      start.lastIndex = startOf(element);
      return toLine(start.test(text) ? start.lastIndex : 0);
    },
  };
}

/** The child elements as fields, except those in `excluded`. An element without text gives its url or href. */
export const toElementFields = (
  parent: Element,
  lineOf: (element: Element) => number,
  excluded: ReadonlySet<string>,
): Field[] =>
  Object.keys(parent)
    .filter((name) => !/^[@#]/.test(name) && !excluded.has(name))
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
