import { defineHastPlugin } from "satteri";
import { toHref } from "#urls.ts";

/** Adds the base path to links within the site: /articles/a-title/ → /journal/articles/a-title/. */
export const addBaseToLinks = defineHastPlugin({
  name: "site-links",
  element: {
    filter: ["a"],
    visit(node, context) {
      const { href } = node.properties;
      if (typeof href === "string" && /^\/(?!\/)/.test(href))
        context.setProperty(node, "href", toHref(href));
    },
  },
});
