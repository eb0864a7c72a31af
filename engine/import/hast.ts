import type { Element, ElementContent, Nodes } from "hast";

export const toElement = (
  tagName: string,
  children: ElementContent[],
  properties: Element["properties"] = {},
): Element => ({ type: "element", tagName, properties, children });
export const toText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;
export const hasClass = (properties: Element["properties"], name: string) =>
  Array.isArray(properties["className"]) &&
  properties["className"].includes(name);

export const toWritten = (html: string, { position }: Nodes): string =>
  html.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

export function find(
  node: Element,
  matches: (element: Element) => boolean,
): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const found = matches(child) ? child : find(child, matches);
    if (found) return found;
  }
  return undefined;
}
