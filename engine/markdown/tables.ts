import { defineHastPlugin } from "satteri";

/** Replaces GFM's style="text-align: right", which the site's policy blocks, by class="right". */
export const alignTablesByClass = defineHastPlugin({
  name: "table-alignment",
  element: {
    filter: ["th", "td"],
    visit(node, context) {
      const side = /text-align:\s*(left|center|right)/.exec(
        String(node.properties.style ?? ""),
      )?.[1];
      if (!side) return;
      context.setProperty(node, "style", null);
      context.setProperty(node, "className", [side]);
    },
  },
});

/** Makes a wide table scroll, by keyboard too. */
export const wrapTables = defineHastPlugin({
  name: "table-scroll",
  element: {
    filter: ["table"],
    visit(node, context) {
      context.wrapNode(node, {
        type: "element",
        tagName: "div",
        properties: {
          className: ["table"],
          role: "group",
          ariaLabel: "Table",
          tabIndex: 0,
        },
        children: [],
      });
    },
  },
});
