import type { Element, ElementContent } from "hast";
import { toLines as toCode } from "./code.ts";
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

/** Separates the blocks in an element that has none in Markdown, and a table from its caption; undefined for others. */
export function splitInline(node: Element): Element[] | undefined {
  const { tagName, children } = node;
  if (/^(?:t[dh]|strong|b|em|i)$/.test(tagName))
    return [{ ...node, children: toInline(children) }];
  if (/^h[1-6]$/.test(tagName)) {
    const toSpace = () => ({ type: "text", value: " " }) as const;
    return [{ ...node, children: toInline(children, toSpace) }];
  }
  if (tagName !== "table") return undefined;
  const isCaption = (child: ElementContent): child is Element =>
    child.type === "element" && child.tagName === "caption";
  const rest = children.filter((child) => !isCaption(child));
  return [
    ...children
      .filter(isCaption)
      .map((caption) => ({ ...caption, tagName: "p" })),
    { ...node, children: rest },
  ];
}

/** Nodes without blocks: breaks separate the content of these. */
function toInline(
  nodes: readonly ElementContent[],
  toBreak = () => toElement("br", []) as ElementContent,
): ElementContent[] {
  const out: ElementContent[] = [];
  let isBetween = false;
  for (const node of nodes) {
    const isBlock =
      (node.type === "element" && /^(?:li|d[dt])$/.test(node.tagName)) ||
      isFlow(node);
    const parts = toInlineParts(node, isBlock, toBreak);
    if (parts.every(isBlank) && (isBlock || isBetween)) continue;
    if ((isBetween || isBlock) && !out.every(isBlank)) out.push(toBreak());
    out.push(...parts);
    isBetween = isBlock;
  }
  return out;
}

function toInlineParts(
  node: ElementContent,
  isBlock: boolean,
  toBreak: () => ElementContent,
): ElementContent[] {
  if (node.type !== "element") return [node];
  // Each line of code by itself.
  if (node.tagName === "pre")
    return toInline(
      toCode(node.children)
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map((value) =>
          toElement("p", [toElement("code", [{ type: "text", value }])]),
        ),
      toBreak,
    );
  if (/^(?:table|hr|leaf-directive)$/.test(node.tagName)) return [node];
  const children = toInline(node.children, toBreak);
  return isBlock ? children : [{ ...node, children }];
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
