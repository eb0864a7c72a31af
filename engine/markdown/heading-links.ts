import { defineHastPlugin } from "satteri";

/**
 * Adds an empty link after each heading; prose.css draws its mark. Inside the heading, its name would be read out with
 * every heading and copied along. Runs after Astro's step that assigns the ids.
 */
export const linkHeadings = defineHastPlugin({
  name: "heading-links",
  element: {
    filter: ["h2", "h3", "h4"],
    visit(node, context) {
      const { id } = node.properties;
      // The footnotes' heading needs no link.
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
