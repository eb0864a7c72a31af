import type { Fonts } from "../typefaces.ts";

/** The typefaces of pages and share images. */
export const fonts: Fonts = {
  reading: {
    name: "Source Serif 4",
    weight: "200 900",
    files: {
      normal:
        "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
      italic:
        "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
    },
    fallbacks: ["Georgia", "serif"],
    moreScripts: [
      "latin-ext",
      "cyrillic",
      "cyrillic-ext",
      "greek",
      "vietnamese",
    ].map(
      (script) =>
        `@fontsource-variable/source-serif-4/files/source-serif-4-${script}-wght-normal.woff2`,
    ),
  },
  interface: {
    name: "Figtree",
    weight: "300 900",
    files: {
      normal:
        "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
    },
    fallbacks: ["Helvetica Neue", "Arial", "sans-serif"],
    moreScripts: [
      "@fontsource-variable/figtree/files/figtree-latin-ext-wght-normal.woff2",
    ],
  },
};
