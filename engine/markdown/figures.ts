import { defineMdastPlugin, markdownToMdast } from "satteri";
import { textOf, type Node } from "#text/body-tree.ts";

/** A picture alone in its paragraph, with a title: the title is its caption. */
export const makeFigures = defineMdastPlugin({
  name: "figures",
  paragraph(node, context) {
    const [image, ...others] = node.children;
    if (image?.type !== "image" || !image.title || others.length > 0) return;
    const { url, alt, title } = image;
    context.replaceNode(node, {
      type: "figure",
      data: { hName: "figure" },
      children: [
        { type: "image", url, alt },
        {
          type: "figcaption",
          data: { hName: "figcaption" },
          children: [{ type: "text", value: setInPrint(title) }],
        },
      ],
    });
  },
});

/** A title's quotation marks, dashes and dots as the text around it has them, every other sign as it is. */
export function setInPrint(title: string): string {
  const line = title
    .replace(/\s+/g, " ")
    .replace(/[^\p{L}\p{N}\s"'.-]/gu, "\\$&");
  return textOf(
    markdownToMdast(`# ${line}`, {
      features: { smartPunctuation: true },
    }) as Node,
  );
}
