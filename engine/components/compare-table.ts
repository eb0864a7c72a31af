import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { htmlToHast } from "satteri";

/**
 * Prepares a table to be shown as cards. Roles are explicit: some screen readers ignore a table shown as blocks.
 * @throws an Error for the writer unless the HTML is one table and nothing else
 */
export function toCards(html: string, caption?: string): string {
  const root = htmlToHast(html, { fragment: true }) as Root;
  const [box, ...others] = root.children.filter(
    (node) => node.type !== "text" || node.value.trim() !== "",
  );
  // A table may be alone in a box in which it scrolls.
  const inner = box?.type === "element" ? elementsOf(box) : [];
  const table = isTable(box) ? box : inner.length === 1 ? inner[0] : undefined;
  if (!isTable(table) || others.length > 0)
    throw new Error(
      "<Compare> holds one Markdown table and nothing else, with an empty line before and after it.",
    );
  const labels: string[] = [];
  for (const part of elementsOf(table)) {
    part.properties.role = "rowgroup";
    for (const row of elementsOf(part)) {
      row.properties.role = "row";
      row.children = elementsOf(row);
      for (const [column, cell] of elementsOf(row).entries()) {
        if (part.tagName === "thead") {
          labels.push(textOf(cell).trim());
          Object.assign(cell.properties, {
            scope: "col",
            role: "columnheader",
          });
          continue;
        }
        const label = labels[column];
        if (label) cell.properties.dataLabel = label;
        if (column > 0) cell.properties.role = "cell";
        else {
          cell.tagName = "th";
          Object.assign(cell.properties, { scope: "row", role: "rowheader" });
        }
      }
    }
  }
  Object.assign(table.properties, { role: "table", className: ["compare"] });
  if (caption !== undefined)
    table.children.unshift({
      type: "element",
      tagName: "caption",
      properties: {},
      children: [{ type: "text", value: caption }],
    });
  return toHtml(table);
}

const isTable = (node: Root["children"][number] | undefined): node is Element =>
  node?.type === "element" && node.tagName === "table";

const elementsOf = ({ children }: Element): Element[] =>
  children.filter((node) => node.type === "element");

const textOf = (node: ElementContent): string =>
  node.type === "element"
    ? node.children.map(textOf).join("")
    : node.type === "text"
      ? node.value
      : "";
