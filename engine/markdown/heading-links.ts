import { defineHastPlugin } from "satteri";

/**
 * Behind each heading a link to it, empty: prose.css draws its mark. Within the heading its name would be read out with
 * every heading, and be part of what is copied. Stands behind Astro's own step, which gives headings their ids.
 */
export const linkHeadings = defineHastPlugin({
  name: "heading-links",
  element: {
    filter: ["h2", "h3", "h4"],
    visit(node, context) {
      const { id } = node.properties;
      // The heading of the footnotes is no part that anybody links to.
      if (typeof id !== "string" || id === "footnote-label") return;
      const words = context.textContent(node).trim();
      context.insertAfter(node, {
        type: "element",
        tagName: "a",
        properties: {
          className: ["heading-link"],
          href: `#${id}`,
          ariaLabel: `Link to this section${words && `: ${words}`}`,
        },
        children: [],
      });
    },
  },
});
