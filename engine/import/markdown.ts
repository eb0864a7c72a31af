import { markdownToMdast, mdxToMdast, type MdastNode } from "satteri";
import { markdownFeatures } from "gatepost/text/parse-body.ts";

/** Every node of a Markdown text in the order it was written, with where it begins and ends. */
export type Found = {
  node: MdastNode;
  parent: MdastNode;
  from: number;
  to: number;
};

/**
 * Reads a text with the parser that the site uses, as it was written: HTML stays HTML, quotes stay straight.
 * @throws the parser's own error for MDX that cannot be read
 */
export function findNodes(text: string, format: "md" | "mdx"): Found[] {
  const options = {
    features: {
      ...markdownFeatures,
      frontmatter: false,
      rawHtml: false,
      smartPunctuation: false,
    },
  };
  const root =
    format === "mdx"
      ? mdxToMdast(text, options)
      : markdownToMdast(text, options);
  const found: Found[] = [];
  const add = (parent: MdastNode) => {
    if (!("children" in parent)) return;
    for (const child of parent.children) {
      const node = child as MdastNode;
      found.push({
        node,
        parent,
        from: node.position?.start.offset ?? 0,
        to: node.position?.end.offset ?? 0,
      });
      add(node);
    }
  };
  add(root);
  return found;
}

/** The words of a node, without any markup. */
export function toWords(node: MdastNode): string {
  if ("children" in node)
    return node.children.map((child) => toWords(child as MdastNode)).join("");
  if (node.type === "break") return " ";
  return node.type === "text" || node.type === "inlineCode" ? node.value : "";
}

/** A picture as Markdown writes it. */
export const toPicture = (
  alt: string,
  address: string,
  title?: string | null,
): string =>
  `![${alt.replace(/[[\]\\]/g, "\\$&").replace(/\s+/g, " ")}](${toDestination(address)}${title ? ` "${title.replace(/["\\]/g, "\\$&")}"` : ""})`;

/** A link as Markdown writes it. */
export const toLink = (words: string, address: string): string =>
  words === address && /^https?:\/\/[^\s<>]+$/.test(address)
    ? `<${address}>`
    : `[${words.replace(/[[\]\\]/g, "\\$&")}](${toDestination(address)})`;

/** An address in the round brackets of a link: in angles when it has spaces or brackets of its own. */
export const toDestination = (address: string): string =>
  /[\s()<>]/.test(address)
    ? `<${address.replace(/[<>\n]/g, encodeURIComponent)}>`
    : address;
