import { satteri, satteriHeadingIdsPlugin } from "@astrojs/markdown-satteri";
import { markdownFeatures } from "#text/parse-body.ts";
import { explainAbbreviations } from "./abbreviations.ts";
import { placeCallsToAction } from "./calls-to-action.ts";
import { makeCallouts } from "./callouts.ts";
import { markTasks } from "./checklists.ts";
import { removeComments, removeMarkdownComments } from "./comments.ts";
import { frameCode, markLines } from "./code-blocks.ts";
import { codeColours } from "./code-colours.ts";
import { showHidden, withNeeds } from "./directives.ts";
import { markExternalLinks } from "./external-links.ts";
import { makeFigures } from "./figures.ts";
import { linkHeadings } from "./heading-links.ts";
import { readHtmlPictures } from "./html-pictures.ts";
import { resolvePictureReferences } from "./picture-references.ts";
import { numberNotes } from "./side-notes.ts";
import { addBaseToLinks } from "./site-links.ts";
import { makeVideos } from "./videos.ts";
import { alignTablesByClass, wrapTables } from "./tables.ts";

/** The Markdown pipeline, in order: the same for .md, .mdx and feeds. */
export const processor = withNeeds(
  ({ directive, hidden, abbreviations, comments }) =>
    satteri({
      features: { ...markdownFeatures, directive },
      mdastPlugins: [
        ...(hidden ? [showHidden] : []),
        ...(comments ? [removeMarkdownComments] : []),
        readHtmlPictures,
        resolvePictureReferences,
        makeFigures,
        makeVideos,
        placeCallsToAction,
        ...(abbreviations ? [explainAbbreviations] : []),
        makeCallouts,
        frameCode,
      ],
      hastPlugins: [
        ...(comments ? [removeComments] : []),
        alignTablesByClass,
        wrapTables,
        markTasks,
        markLines,
        numberNotes,
        markExternalLinks,
        addBaseToLinks,
        satteriHeadingIdsPlugin(),
        linkHeadings,
      ],
    }),
);

/** Colours are classes, since the site's policy blocks style attributes; tokens.css defines their values. */
export const shikiConfig = {
  theme: "css-variables" as const,
  transformers: [codeColours],
};
