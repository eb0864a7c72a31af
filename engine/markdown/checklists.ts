import { defineHastPlugin } from "satteri";

/** Nobody can tick a box on a page: it is a mark, which a feed shows as it is and prose.css draws. */
export const markTasks = defineHastPlugin({
  name: "checklists",
  element: {
    filter: ["input"],
    visit(node, context) {
      const isDone = Boolean(node.properties.checked);
      context.replaceNode(node, {
        type: "element",
        tagName: "span",
        properties: {
          className: ["task"],
          ...(isDone
            ? { role: "img", ariaLabel: "Done" }
            : { ariaHidden: "true" }),
        },
        children: [{ type: "text", value: isDone ? "☑" : "☐" }],
      });
    },
  },
});
