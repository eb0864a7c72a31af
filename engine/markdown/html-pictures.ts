import { defineMdastPlugin, htmlToHast } from "satteri";

/** Converts a lone <img> to a Markdown picture, so that Astro generates its sizes. Its alt text may be empty. */
export const readHtmlPictures = defineMdastPlugin({
  name: "html-pictures",
  html(node) {
    if (!/^<img\s[^<>]*>$/i.test(node.value.trim())) return;
    const root = htmlToHast(node.value, { fragment: true });
    const image = "children" in root ? root.children[0] : undefined;
    if (image?.type !== "element") return;
    const { src, alt, title } = image.properties;
    return {
      type: "image",
      url: String(src ?? ""),
      alt: String(alt ?? ""),
      title: title == null ? null : String(title),
    };
  },
});
