import type { Element, ElementContent } from "hast";
import { isVideoPage, toVideoPage } from "./embeds.ts";
import { find, hasClass, toElement } from "./hast.ts";

/** Elements without content for readers. */
export const invisible = new Set(
  "style noscript link meta base template title".split(" "),
);
/** Elements that readers would miss, and that cannot be converted. */
export const unconvertible = new Set(
  "script iframe frame embed object applet video audio form input button select textarea canvas svg math map dialog".split(
    " ",
  ),
);
/** Comments for the editors of WordPress and Ghost: <!-- wp:paragraph -->, <!--kg-card-begin: html-->, <!--more--> */
export const editorComment = /^\s*(?:\/?wp:|kg-|more\b|nextpage\b)/;
/** Blocks of WordPress whose content is not in the text: <!-- wp:block {"ref":12} /--> */
export const emptyBlock =
  /^\s*wp:(?!(?:spacer|separator|more|nextpage|footnotes|(?:core-)?embed)\b)[^]*\/$/;
/** Comments of Ghost and Jetpack that hide the text after them from visitors. */
export const paywall =
  /^\s*(?:members-only\b|kg-gated-block:begin(?! nonMember:true)|wp:jetpack\/(?:paywall|premium-content\/subscriber-view)\b)/;

/** Whether an element is code with lines. */
export const isCodeBlock = (node: Element): boolean =>
  node.tagName === "pre" ||
  (node.tagName === "code" &&
    find(node, ({ tagName }) => tagName === "br") !== undefined);

/** The code in a table that numbers its lines. */
export const toNumberedCode = (table: Element): Element | undefined => {
  const cell = find(
    table,
    ({ tagName, properties }) =>
      tagName === "td" &&
      /(?:^| )(?:rouge-)?code( |$)/.test(
        [properties["className"]].flat().join(" "),
      ),
  );
  return cell && find(cell, ({ tagName }) => tagName === "pre");
};

/** Whether a node only makes space. `trim` takes &nbsp; away, too. */
export const isBlank = (node: ElementContent): boolean =>
  node.type === "text"
    ? node.value.trim() === ""
    : node.type === "element" && node.tagName === "br";

export const isBookmark = ({ properties }: Element) =>
  hasClass(properties, "kg-bookmark-card");

/** Elements that cannot be inside a paragraph. */
const flow =
  /^(?:p|pre|div|figure|ul|ol|table|blockquote|h[1-6]|hr|leaf-directive)$/;

/** The content of a table's cell, with a line break between its blocks, since Markdown has no blocks there. */
export function toCell(nodes: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  let isBetween = false;
  for (const node of nodes) {
    const isBlock =
      node.type === "element" && /^(?:li|d[dt])$/.test(node.tagName);
    const parts =
      (isBlock || isFlow(node)) &&
      !/^(?:pre|table|hr|leaf-directive)$/.test(node.tagName)
        ? toCell(node.children)
        : [node];
    if (parts.every(isBlank) && (isBlock || isFlow(node) || isBetween))
      continue;
    if ((isBetween || isBlock || isFlow(node)) && !out.every(isBlank))
      out.push(toElement("br", []));
    out.push(...parts);
    isBetween = isBlock || isFlow(node);
  }
  return out;
}

/** A paragraph without the blocks in it, and without the lines that are only a video: these stand alone. */
export function splitParagraph(node: Element): Element[] {
  const lines = toLines(node.children);
  if (lines.length === 1 && !node.children.some(isFlow)) return [node];
  const parts: Element[] = [];
  let isOpen = false;
  for (const line of lines) {
    const shown = line.filter((child) => !isBlank(child));
    const isAlone =
      shown.length === 1 && isVideoLink(shown[0] as ElementContent);
    isOpen &&= !isAlone;
    if (isOpen && shown.length > 0)
      parts.at(-1)?.children.push(toElement("br", []));
    for (const child of isAlone ? shown : line) {
      if (isFlow(child)) parts.push(child);
      else if (isOpen) parts.at(-1)?.children.push(child);
      else parts.push({ ...node, children: [child] });
      isOpen = !isFlow(child);
    }
    isOpen &&= !isAlone;
  }
  return parts.filter(
    ({ tagName, children }) => tagName !== "p" || !children.every(isBlank),
  );
}

/** The nodes between line breaks. */
function toLines(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const node of nodes)
    if (node.type === "element" && node.tagName === "br") lines.push([]);
    else lines.at(-1)?.push(node);
  return lines;
}

const isFlow = (node: ElementContent): node is Element =>
  node.type === "element" && flow.test(node.tagName);

const isVideoLink = (node: ElementContent): boolean => {
  if (node.type !== "element" || node.tagName !== "a") return false;
  const [text] = node.children;
  return (
    text?.type === "text" &&
    text.value === node.properties["href"] &&
    isVideoPage(text.value)
  );
};

/** The page of the video or the gist that an element shows. */
export function toPageOf(node: Element, address: string): string | undefined {
  if (node.tagName === "script")
    return /^https:\/\/gist\.github\.com\/[\w./-]+(?=\.js)/.exec(address)?.[0];
  if (node.tagName === "object") {
    const inner = find(node, ({ properties }) =>
      ["src", "value"].some((name) => toVideoPage(String(properties[name]))),
    )?.properties;
    return toVideoPage(String(inner?.["src"] ?? inner?.["value"]));
  }
  return /^(?:iframe|embed)$/.test(node.tagName)
    ? toVideoPage(address)
    : undefined;
}
