import type { Fonts } from "../typefaces.ts";

const toFile = (name: string) => `gatepost/theme/default/${name}.woff2`;

export const fonts: Fonts = {
  reading: {
    name: "Source Serif 4",
    weight: "200 900",
    files: {
      normal: toFile("source-serif-4-latin"),
      italic: toFile("source-serif-4-latin-italic"),
    },
    fallbacks: ["Georgia", "serif"],
    moreScripts: [
      "latin-ext",
      "cyrillic",
      "cyrillic-ext",
      "greek",
      "vietnamese",
    ].map((script) => toFile(`source-serif-4-${script}`)),
  },
  interface: {
    name: "Figtree",
    weight: "300 900",
    files: { normal: toFile("figtree-latin") },
    fallbacks: ["Helvetica Neue", "Arial", "sans-serif"],
    moreScripts: [toFile("figtree-latin-ext")],
  },
};
