import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { htmlToHast } from "satteri";

/** Named, since a table that is drawn as cards is none to some screen readers. */
const roles: Readonly<Record<string, string>> = {
  table: "table",
  thead: "rowgroup",
  tbody: "rowgroup",
  tr: "row",
  th: "columnheader",
  td: "cell",
};

/**
 * HTML with one table → that table, ready to be drawn as cards: every cell knows the head of its column, and the first
 * one of a row is the row's own.
 * @throws an Error in words for a writer when there is no table, or more than one or something beside it.
 */
export function toCards(html: string, caption?: string): string {
  const root = htmlToHast(html, { fragment: true }) as Root;
  const shown = root.children.filter(
    (node) => node.type !== "text" || node.value.trim() !== "",
  ) as ElementContent[];
  const table = isElement(shown[0]) ? findTable(shown[0]) : undefined;
  if (!table || shown.length > 1)
    throw new Error(
      "<Compare> holds one Markdown table and nothing else, with an empty line before and after it.",
    );
  const rows = [...cellsOf(table, "tr")];
  const heads = cellsOf(rows[0], "th");
  const labels = heads.map(textOf);
  for (const head of heads) head.properties.scope = "col";
  for (const row of rows.slice(1)) {
    row.children = row.children.filter(isElement);
    for (const [index, cell] of row.children.entries()) {
      if (!isElement(cell)) continue;
      const label = labels[index];
      if (label) cell.properties.dataLabel = label;
      if (index > 0) continue;
      cell.tagName = "th";
      cell.properties.scope = "row";
      cell.properties.role = "rowheader";
    }
  }
  walk(table, (element) => {
    const role = roles[element.tagName];
    if (role) element.properties.role ??= role;
  });
  table.properties.className = ["compare"];
  if (caption !== undefined)
    table.children.unshift({
      type: "element",
      tagName: "caption",
      properties: {},
      children: [{ type: "text", value: caption }],
    });
  return toHtml(table);
}

const isElement = (node: ElementContent | undefined): node is Element =>
  node?.type === "element";

function walk(element: Element, visit: (element: Element) => void): void {
  visit(element);
  for (const child of element.children)
    if (isElement(child)) walk(child, visit);
}

/** The only table in a scroll container, or the element itself. */
const findTable = (node: Element): Element | undefined => {
  if (node.tagName === "table") return node;
  const [only, ...others] = node.children.filter(isElement);
  return only?.tagName === "table" && others.length === 0 ? only : undefined;
};

function cellsOf(element: Element | undefined, name: string): Element[] {
  const found: Element[] = [];
  if (element)
    walk(element, (one) => {
      if (one.tagName === name) found.push(one);
    });
  return found;
}

const textOf = (element: Element): string =>
  element.children
    .map((child) =>
      isElement(child)
        ? textOf(child)
        : child.type === "text"
          ? child.value
          : "",
    )
    .join("")
    .trim();
