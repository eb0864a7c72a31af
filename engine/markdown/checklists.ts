import { defineHastPlugin } from "satteri";

/** Replaces checkboxes, which cannot be ticked on a page, by marks: feeds show them as text, prose.css draws them. */
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
