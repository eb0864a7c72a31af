import type { Element, Nodes, Parents, Root } from "hast";
import { hasClass, toElement, toText } from "./hast.ts";

type Placed = { node: Element; above: readonly Parents[] };

/** All elements in source order, each with its ancestors, nearest last. */
const walk = (node: Nodes, above: readonly Parents[] = []): Placed[] =>
  "children" in node
    ? [
        ...(node.type === "element" ? [{ node, above }] : []),
        ...node.children.flatMap((child) => walk(child, [...above, node])),
      ]
    : [];

/** The id that a link leads to on its own page. */
const targetOf = ({ tagName, properties }: Element): string | undefined =>
  tagName === "a"
    ? /#(.+)$/.exec(toText(properties["href"]) ?? "")?.[1]
    : undefined;
const idOf = ({ tagName, properties }: Element) =>
  toText(properties["id"]) ??
  (tagName === "a" ? toText(properties["name"]) : undefined);

const block = /^(?:li|p|div|dd|aside)$/;
/** What has an id: Word gives it to a link at the beginning of the note. */
function toNote({ node, above }: Placed): Placed | undefined {
  if (block.test(node.tagName)) return { node, above };
  const at = above.findLastIndex(
    (one) => one.type === "element" && block.test(one.tagName),
  );
  return node.tagName === "a" && at >= 0
    ? { node: above[at] as Element, above: above.slice(0, at) }
    : undefined;
}

/**
 * Marks footnotes: a link to an element that links back. Each mark becomes <footnote-reference>, and each note
 * <footnote-definition> at the end.
 * @returns how many notes there are
 */
export function markFootnotes(root: Root): number {
  const all = walk(root);
  const placedById = new Map(all.map((one) => [idOf(one.node), one]));
  const labels = new Map<string, string>();
  const notes = new Map<string, Placed>();
  for (const { node, above } of all) {
    const id = targetOf(node);
    const target = id === undefined ? undefined : placedById.get(id);
    const note = target && toNote(target);
    if (!id || !note) continue;
    const parent = above.at(-1) as Parents;
    const mark =
      parent.type === "element" && parent.tagName === "sup" ? parent : node;
    const ids = new Set(walk(mark).map((one) => idOf(one.node)));
    // A note that is marked twice may link to its first mark only.
    const isNote =
      labels.has(id) ||
      walk(note.node).some((one) => ids.has(targetOf(one.node) ?? ""));
    if (!isNote || above.includes(note.node)) continue;
    const label = labels.get(id) ?? String(labels.size + 1);
    labels.set(id, label);
    notes.set(id, note);
    replace(mark === node ? parent : (above.at(-2) as Parents), mark, [
      toElement("footnote-reference", [], { label }),
    ]);
  }
  for (const [id, label] of labels) {
    const { node, above } = notes.get(id) as Placed;
    const marks = new Set(all.map((one) => idOf(one.node)));
    for (const one of walk(node)) {
      const back = targetOf(one.node);
      if (back !== undefined && marks.has(back) && !labels.has(back))
        replace(one.above.at(-1) ?? node, one.node, []);
    }
    replace(above.at(-1) as Parents, node, []);
    root.children.push(
      toElement("footnote-definition", node.children, { label }),
    );
    // The list and its frame go when they are empty; a frame may have a rule or a heading.
    for (const [at, one] of above.entries())
      if (
        one.type === "element" &&
        (/^[ou]l$/.test(one.tagName) ||
          hasClass(one.properties, "footnotes")) &&
        !walk(one).some((inner) => /^(?:li|p)$/.test(inner.node.tagName))
      )
        replace(above[at - 1] as Parents, one, []);
  }
  for (const { node, above } of labels.size > 0 ? all : [])
    if (hasClass(node.properties, "footnotes-sep"))
      replace(above.at(-1) as Parents, node, []);
  return labels.size;
}

function replace(parent: Parents, node: Element, others: Element[]): void {
  const index = (parent.children as Nodes[]).indexOf(node);
  if (index >= 0) parent.children.splice(index, 1, ...others);
}
