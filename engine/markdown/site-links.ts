import { defineHastPlugin } from "satteri";
import { toHref } from "#urls.ts";

/** A writer links to /articles/a-title/; under a base path that becomes /journal/articles/a-title/. */
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
