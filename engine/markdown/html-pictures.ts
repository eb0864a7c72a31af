import { defineMdastPlugin, htmlToHast } from "satteri";

/**
 * An <img> alone becomes a picture of Markdown, which Astro gives its sizes: `<img src="./pan.png" alt="">` is how a
 * writer says that a picture says nothing.
 */
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
