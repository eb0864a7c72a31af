import { defineMdastPlugin } from "satteri";
import { textOf } from "#text/body-tree.ts";
import { parseSource, toSource } from "#text/parse-body.ts";

/** Renders a picture alone in its paragraph, if it has a title, as a figure with that caption. */
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

/** Applies the site's quotation marks, dashes and ellipses to a title; other characters stay as they are. */
export function setInPrint(title: string): string {
  const line = title
    .replace(/\s+/g, " ")
    .replace(/[^\p{L}\p{N}\s"'.-]/gu, "\\$&");
  return textOf(parseSource(toSource(`# ${line}`, "md"), "md"));
}
