import { markdownToMdast, mdxToMdast, type MdastNode } from "satteri";
import { markdownFeatures } from "gatepost/text/parse-body.ts";

export type Found = {
  node: MdastNode;
  parent: MdastNode;
  from: number;
  to: number;
};

/** All nodes of a text in source order; HTML and quotes stay as written. Throws the parser's error for invalid MDX. */
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

export function toPlainText(node: MdastNode): string {
  if ("children" in node)
    return node.children
      .map((child) => toPlainText(child as MdastNode))
      .join("");
  if (node.type === "break") return " ";
  return node.type === "text" || node.type === "inlineCode" ? node.value : "";
}

export const toPicture = (
  alt: string,
  address: string,
  title?: string | null,
): string =>
  `![${alt.replace(/[[\]\\]/g, "\\$&").replace(/\s+/g, " ")}](${toDestination(address, title)})`;

export const toLink = (words: string, address: string): string =>
  words === address && /^https?:\/\/[^\s<>]+$/.test(address)
    ? `<${address}>`
    : `[${words.replace(/[[\]\\]/g, "\\$&")}](${toDestination(address)})`;

/** The address and title of a link. Addresses with spaces or brackets get angle brackets. */
export const toDestination = (
  address: string,
  title?: string | null,
): string => {
  const written = /[\s()<>]/.test(address)
    ? `<${address.replace(/[<>\n]/g, encodeURIComponent)}>`
    : address;
  return title ? `${written} "${title.replace(/["\\]/g, "\\$&")}"` : written;
};
