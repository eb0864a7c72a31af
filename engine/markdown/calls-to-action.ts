import { defineMdastPlugin, type MdastPluginDefinition } from "satteri";
import { toLeafAttributes } from "#text/leaf-directives.ts";
import { callPlace } from "#text/markers.ts";

/** Marks the place of ::cta{#cookbook}, which components/Body.astro fills in and feeds omit. */
export const placeCallsToAction: MdastPluginDefinition = defineMdastPlugin({
  name: "calls-to-action",
  leafDirective(node, context) {
    if (node.name !== "cta") return;
    context.setProperty(node, "data", {
      hName: "div",
      hProperties: callPlace.toProperties(toLeafAttributes(node).id ?? ""),
    });
  },
});
