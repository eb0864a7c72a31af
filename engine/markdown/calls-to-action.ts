import { defineMdastPlugin, type MdastPluginDefinition } from "satteri";
import { toLeafAttributes } from "#text/leaf-directives.ts";
import { callPlace } from "#text/markers.ts";

/**
 * ::cta{#cookbook} becomes the place of that call to action. A step has no library to ask: components/Body.astro puts
 * it there. Whoever does not, like a feed, shows nothing of what is hidden.
 */
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
