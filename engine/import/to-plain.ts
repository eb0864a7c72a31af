import { htmlToHast, type HastNode } from "satteri";
import type { SourceArticle } from "./source.ts";

/** Escapes each & in an address that begins no reference: browsers read &copy=1 as ©=1, even without a semicolon. */
export const escapeAddresses = (html: string): string =>
  html.replace(/(?:https?:\/\/|www\.)[^\s<>"]+/gi, (address) =>
    address.replace(
      /&(?!(?:[a-z]\w{0,30}|#\d{1,8}|#x[\da-f]{1,6});)/gi,
      "&amp;",
    ),
  );

/** A title or a description as one paragraph without HTML. */
export function toPlain(text: string, { format }: SourceArticle): string {
  const isHtml =
    /<\/?[a-z][^<>]*>/i.test(text) ||
    (format === "html" && /&[#\w]+;/.test(text));
  // Without recursion, which too many nested elements would stop.
  const read = (root: HastNode): string => {
    let words = "";
    for (const rest = [root]; rest.length > 0;) {
      const node = rest.pop() as HastNode;
      if (node.type === "text") words += node.value;
      if ("children" in node)
        for (const child of node.children.toReversed())
          rest.push(child as HastNode);
    }
    return words;
  };
  return (
    isHtml ? read(htmlToHast(escapeAddresses(text), { fragment: true })) : text
  )
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
