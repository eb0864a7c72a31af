import { z } from "zod";

/** A WOFF2 file in a package, like `@fontsource-variable/lora/files/….woff2`, or beside `fonts.ts`: `./x.woff2`. */
const file = z
  .string()
  .endsWith(".woff2", "It is not the name of a .woff2 file.");

const typeface = z.strictObject({
  name: z.string(),
  /** From the lightest to the heaviest: `200 900`. */
  weight: z
    .string()
    .regex(/^\d+(?: \d+)?$/, "It is not a range of weights like 300 900."),
  files: z.strictObject({ normal: file, italic: file.optional() }),
  /** Fallback families for missing characters and while the font loads. */
  fallbacks: z.array(z.string()).min(1, "It is empty."),
  /** Files for further scripts, used in share images only. */
  moreScripts: z.array(file).default([]),
});

export const fontsSchema = z.strictObject({
  reading: typeface,
  interface: typeface,
});

/** The type of `fonts` in a theme's `fonts.ts`. */
export type Fonts = z.input<typeof fontsSchema>;
export type ThemeFonts = z.output<typeof fontsSchema>;
export type Typeface = ThemeFonts["reading"];
