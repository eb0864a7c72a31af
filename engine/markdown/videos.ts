import { defineMdastPlugin, type MdastPluginDefinition } from "satteri";
import { toLeafAttributes } from "#text/leaf-directives.ts";
import { setInPrint } from "./figures.ts";

/** Renders ::youtube{#id title="…"} as a link. The page loads nothing from YouTube until the reader asks. */
export const makeVideos: MdastPluginDefinition = defineMdastPlugin({
  name: "videos",
  leafDirective(node, context) {
    if (node.name !== "youtube") return;
    const { id, title, poster } = toLeafAttributes(node);
    // Lets the page's policy allow the player.
    const { astro } = context.data as {
      astro?: { frontmatter: Record<string, unknown> };
    };
    if (astro) astro.frontmatter.hasVideo = true;
    const text = (value: string) => ({ type: "text" as const, value });
    context.replaceNode(node, {
      type: "video",
      data: {
        hName: "figure",
        hProperties: { className: ["video"], dataVideo: id ?? "" },
      },
      children: [
        {
          type: "link",
          url: `https://www.youtube.com/watch?v=${encodeURIComponent(id ?? "")}`,
          children: [
            ...(poster
              ? [{ type: "image" as const, url: poster, alt: "" }]
              : []),
            { type: "strong", children: [text(setInPrint(title ?? ""))] },
            text(" "),
            {
              type: "emphasis",
              data: { hName: "small" },
              children: [text("Watch on youtube.com")],
            },
          ],
        },
      ],
    });
  },
});
