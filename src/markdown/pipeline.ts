import { satteri } from "@astrojs/markdown-satteri";
import { markdownFeatures } from "#articles/body.ts";
import { codeColours } from "./code-colours.ts";
import { readHtmlPictures } from "./html-pictures.ts";
import { resolvePictureReferences } from "./picture-references.ts";
import { addBaseToLinks } from "./site-links.ts";
import { alignTablesByClass, wrapTables } from "./tables.ts";

/** Markdown → HTML, the steps in order: the same for .md, .mdx and feeds. */
export const processor = satteri({
  features: markdownFeatures,
  mdastPlugins: [readHtmlPictures, resolvePictureReferences],
  hastPlugins: [alignTablesByClass, wrapTables, addBaseToLinks],
});

/** Colours are classes, since the site's policy lets no style attribute through; tokens.css gives them their values. */
export const shikiConfig = {
  theme: "css-variables" as const,
  transformers: [codeColours],
};
