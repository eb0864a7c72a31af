import { defineHastPlugin, defineMdastPlugin } from "satteri";
import { comment } from "#text/body-tree.ts";

/** What a text with comments has, and with what browsers take for comments. */
export const commentSign = /<(?:[!?]|\/[^a-z])/i;

/** Removes comments where Markdown ends them: browsers end `<?php a->b ?>` and `<![CDATA[a > b]]>` at the first >. */
export const removeMarkdownComments = defineMdastPlugin({
  name: "markdown-comments",
  html(node, context) {
    const value = node.value.replace(comment, (written, open?: string) =>
      open ? written : "",
    );
    if (value !== node.value) context.setProperty(node, "value", value);
  },
});

/** Removes HTML comments, which are for writers only. Those of MDX are no part of its output. */
export const removeComments = defineHastPlugin({
  name: "comments",
  comment(node, context) {
    context.removeNode(node);
  },
});
