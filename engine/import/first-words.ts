import { isTodo } from "gatepost/text/todo.ts";
import { findNodes, toWords } from "./markdown.ts";

/** The first paragraph of a text, or as many of its sentences as fit; undefined when there is none to take. */
export function toDescription(
  text: string,
  format: "md" | "mdx",
  longest: number,
): string | undefined {
  for (const { node, parent } of findNodes(text, format)) {
    if (node.type !== "paragraph" || parent.type !== "root") continue;
    if (
      node.children.some(
        (child) => child.type === "inlineCode" && isTodo(child.value),
      )
    )
      continue;
    const words = toWords(node).replace(/\s+/g, " ").trim();
    if (words === "" || /^https?:\/\/\S+$/.test(words)) continue;
    if (words.length <= longest) return words;
    return new RegExp(`^.{20,${longest - 1}}[.!?](?= )`, "u").exec(words)?.[0];
  }
  return undefined;
}

/** What a text says it is called: its first heading of level 1, else its first heading, else its first line. */
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
      : toWords(best.node));
  return words?.trim() || undefined;
}
