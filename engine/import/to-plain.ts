import { htmlToHast, type HastNode } from "satteri";
import type { SourceArticle } from "./source.ts";

/** A title or a description as one paragraph without HTML. */
export function toPlain(text: string, { format }: SourceArticle): string {
  const isHtml =
    /<\/?[a-z][^>]*>/i.test(text) ||
    (format === "html" && /&[#\w]+;/.test(text));
  const read = (node: HastNode): string =>
    "children" in node
      ? node.children.map((child) => read(child as HastNode)).join("")
      : node.type === "text"
        ? node.value
        : "";
  return (isHtml ? read(htmlToHast(text, { fragment: true })) : text)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
