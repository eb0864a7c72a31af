import { defineHastPlugin } from "satteri";
import { site } from "#site.ts";

/** Marks external links with `rel`, by which prose.css adds an icon with alt text. Feeds omit it. */
export const markExternalLinks = defineHastPlugin({
  name: "external-links",
  element: {
    filter: ["a"],
    visit(node, context) {
      const { href, rel } = node.properties;
      const target = URL.parse(String(href ?? ""), site.address);
      if (!target || !/^https?:$/.test(target.protocol)) return;
      if (target.host === new URL(site.address).host) return;
      const words = Array.isArray(rel) ? rel : String(rel ?? "").split(/\s+/);
      context.setProperty(node, "rel", [
        ...new Set([...words.filter((word) => word !== ""), "external"]),
      ]);
    },
  },
});
