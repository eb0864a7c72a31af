import { isTodo } from "gatepost/text/todo.ts";
import { findNodes, toPlainText } from "./markdown.ts";

/** The first paragraph of a text, cut after the last sentence that fits. */
export function toDescription(
  text: string,
  format: "md" | "mdx",
  maxLength: number,
): string | undefined {
  for (const { node, parent } of findNodes(text, format)) {
    if (node.type !== "paragraph" || parent.type !== "root") continue;
    if (
      node.children.some(
        (child) => child.type === "inlineCode" && isTodo(child.value),
      )
    )
      continue;
    const words = toPlainText(node).replace(/\s+/g, " ").trim();
    if (words === "" || /^(?:https?:\/\/\S+|::.*)$/.test(words)) continue;
    if (words.length <= maxLength) return words;
    return new RegExp(`^.{20,${maxLength - 1}}[.!?](?= )`, "u").exec(
      words,
    )?.[0];
  }
  return undefined;
}

/** The title in a text: its first level 1 heading, its first heading, or its first line. */
export function toTitle(
  text: string,
  format: "md" | "mdx",
): string | undefined {
  const found = findNodes(text, format).filter(
    ({ parent }) => parent.type === "root",
  );
  const heading = (depth: number) =>
    found.find(({ node }) => node.type === "heading" && node.depth <= depth);
  const best =
    heading(1) ??
    heading(6) ??
    found.find(({ node }) => node.type === "paragraph");
  const words =
    best &&
    (best.node.type === "paragraph"
      ? text.slice(best.from, best.to).split("\n")[0]
      : toPlainText(best.node));
  return words?.trim() || undefined;
}
