import { htmlToHast, type HastNode } from "satteri";
import { blankComments, placeOf, toPlacer, type Node } from "./body-tree.ts";
import { allowedElements, isAllowedAttribute } from "./html.ts";
import { unescapeAddress } from "./escapes.ts";
import type { HtmlParts } from "./body-contents.ts";

/** Elements that load a picture other than `<img>`. */
export const pictureElements = ["img", "source", "image"];
/** A single tag, as in inline HTML; its content is in the nodes after it. */
const loneTag = /^<[^<>]*>$/;

/**
 * Parses raw HTML as browsers do.
 * @param isClosed whether the next tag closes this one
 */
export function readHtml(node: Node, parts: HtmlParts, isClosed = false) {
  const html = node.value ?? "";
  if (!/<[a-z]/i.test(html)) return;
  // Blank comments but keep the offsets.
  const shown = blankComments(html);
  const toPlace = toPlacer(html, placeOf(node));
  const lower = shown.toLowerCase();
  /** Where to search for the next tag of a name: elements come in the order of their tags. */
  const from = new Map<string, number>();
  const open = [htmlToHast(shown, { fragment: true }) as HastNode];
  for (let next = open.pop(); next; next = open.pop()) {
    const children = "children" in next ? (next.children as HastNode[]) : [];
    if (next.type !== "element") {
      open.push(...children.toReversed());
      continue;
    }
    const element = next.tagName;
    const tag = lower.indexOf(`<${element}`, from.get(element) ?? 0);
    from.set(element, tag + 1);
    const place = toPlace(Math.max(0, tag));
    const properties = next.properties as Record<string, unknown>;
    if (pictureElements.includes(element)) {
      const address = String(properties.src ?? properties.srcSet ?? "");
      // The pipeline treats a lone <img> as ![…](…).
      const isAlone = element === "img" && loneTag.test(html.trim());
      parts.pictures.push({
        ...place,
        address: isAlone ? unescapeAddress(address) : address,
        markup: isAlone ? "markdown" : "html",
        ...(properties.alt == null ? {} : { alt: String(properties.alt) }),
      });
    }
    if (!allowedElements.has(element)) {
      if (!pictureElements.includes(element))
        parts.refused.push({ ...place, element });
      continue;
    }
    for (const name of Object.keys(properties).map(toAttribute))
      if (!isAllowedAttribute(name))
        parts.refused.push({ ...place, element, attribute: name });
    const id = typeof properties.id === "string" ? properties.id : undefined;
    const text = textIn(next);
    const isEmpty = !loneTag.test(html) && text.trim() === "";
    if (element === "a" && properties.href != null)
      parts.links.push({
        ...place,
        address: String(properties.href),
        isEmpty: isClosed || isEmpty,
      });
    if (/^h[2-6]$/.test(element))
      parts.headings.push({
        ...place,
        depth: Number(element[1]),
        text,
        ...(id === undefined ? {} : { id }),
        isEmpty,
      });
    else if (id !== undefined) parts.anchors.push(id);
    open.push(...children.toReversed());
  }
}

/** hast's property names as attributes: ariaLabel → aria-label, className → class, colSpan → colspan. */
const toAttribute = (property: string): string =>
  property === "className"
    ? "class"
    : /^(?:aria|data)[A-Z]/.test(property)
      ? `${property.slice(0, 4)}-${property.slice(4).toLowerCase()}`
      : property.toLowerCase();

function textIn(node: HastNode): string {
  let text = "";
  const open: HastNode[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === "text") text += next.value;
    if (next.type === "element" && next.tagName === "img")
      text += String(next.properties?.alt ?? "");
    if ("children" in next)
      open.push(...(next.children as HastNode[]).toReversed());
  }
  return text;
}
