import { defineHastPlugin } from "satteri";

/** Removes HTML comments, which are for writers only. Those of MDX are no part of its output. */
export const removeComments = defineHastPlugin({
  name: "comments",
  comment(node, context) {
    context.removeNode(node);
  },
});
