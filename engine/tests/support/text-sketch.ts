import type { Element, ElementContent, Root } from "hast";
import { htmlToHast } from "satteri";

/** The content of a text in any format: two renderings of one text have the same sketch. */
export type Sketch = {
  words: string[];
  headings: string[];
  /** The text and absolute address of each. */
  links: string[];
  /** The alt text and absolute address of each; pictures without alt text are left out. */
  pictures: string[];
  /** The cells of each. */
  rows: string[];
  /** The language and text of each. */
  code: string[];
  /** With a box for each task. */
  points: string[];
};

/** Parts of a page's text that are only for the screen, or calls to action. */
const isDrawn = ({ tagName, properties }: Element): boolean =>
  /^(?:button|script|style|source)$/.test(tagName) ||
  properties.hidden !== undefined ||
  properties.dataFootnoteBackref !== undefined ||
  [properties.className ?? []]
    .flat()
    .some((name) => name === "heading-link" || name === "screen-only");

/** @param address of the page that the HTML is from */
export function toSketch(html: string, address: string): Sketch {
  const sketch: Sketch = {
    words: [],
    headings: [],
    links: [],
    pictures: [],
    rows: [],
    code: [],
    points: [],
  };
  const toUrl = (href: unknown) => new URL(String(href), address).href;
  const read = (node: Root | ElementContent): void => {
    if (node.type === "text")
      sketch.words.push(...(node.value.match(/[\p{L}\p{N}]+/gu) ?? []));
    if (node.type === "element") {
      if (isDrawn(node)) return;
      const text = textOf(node).replace(/\s+/g, " ").trim();
      const { href, src, alt } = node.properties;
      if (/^h[1-6]$/.test(node.tagName))
        sketch.headings.push(`${node.tagName} ${text}`);
      if (node.tagName === "a") sketch.links.push(`${text} ${toUrl(href)}`);
      if (node.tagName === "img" && alt)
        sketch.pictures.push(`${alt} ${toUrl(src)}`);
      if (node.tagName === "tr")
        sketch.rows.push(
          node.children.filter(isElement).map(textOf).join(" | "),
        );
      if (node.tagName === "pre")
        sketch.code.push(`${languageOf(node)}\n${textOf(node).trimEnd()}`);
      if (node.tagName === "li") sketch.points.push(text);
    }
    if ("children" in node)
      for (const child of node.children) read(child as ElementContent);
  };
  read(htmlToHast(html, { fragment: true }) as Root);
  return sketch;
}

const isElement = (node: ElementContent): node is Element =>
  node.type === "element";

const textOf = (node: ElementContent): string => {
  if (node.type === "text") return node.value;
  if (!isElement(node) || isDrawn(node)) return "";
  if (node.tagName === "input" && node.properties.type === "checkbox")
    return node.properties.checked ? "☑" : "☐";
  return node.children.map(textOf).join("");
};

/** A block with added or removed lines counts as a diff, and one without a language as text. */
function languageOf(pre: Element): string {
  const code = pre.children.find(isElement);
  const [name] = [code?.properties.className ?? []].flat().map(String);
  const hasSigns = code?.children.some(
    (line) => isElement(line) && /^(?:ins|del)$/.test(line.tagName),
  );
  return hasSigns
    ? "diff"
    : String(
        pre.properties.dataLanguage ?? name?.replace("language-", "") ?? "text",
      ).replace("plaintext", "text");
}
