import type { Element, ElementContent, Nodes } from "hast";

export const toElement = (
  tagName: string,
  children: ElementContent[],
  properties: Element["properties"] = {},
): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});
export const toText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;
export const hasClass = (properties: Element["properties"], name: string) =>
  Array.isArray(properties["className"]) &&
  properties["className"].includes(name);

/** An element as it was written; a picture that is written out in letters is cut short. */
export const toWritten = (html: string, { position }: Nodes): string =>
  html
    .slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
    .replace(/(data:[^"',\s]{1,60},?)[^"'\s)>]{60,}/g, "$1…");

/** The first element in another that fits, in the order they are written. */
export function find(
  node: Element,
  fits: (element: Element) => boolean,
): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const found = fits(child) ? child : find(child, fits);
    if (found) return found;
  }
  return undefined;
}
