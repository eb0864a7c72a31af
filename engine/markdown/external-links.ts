import { defineHastPlugin } from "satteri";
import { site } from "#site.ts";

/** Links that leave the site say so in `rel`: prose.css draws a mark by it and names it. Feeds do not take it along. */
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
