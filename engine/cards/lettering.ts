import { readFileSync } from "node:fs";
import { fonts as typefaces, root } from "#own-theme.ts";
import { readGlyphs, toDrawn, toFontFiles } from "#theme/glyphs.ts";
import type { Typeface } from "#theme/typefaces.ts";

const { reading, interface: plain } = typefaces;

/** The font families of cards. Takumi needs quotation marks around names that end in a digit. */
export const families = {
  reading: `"${reading.name}"`,
  // The fallback for scripts that the first family lacks, such as Greek.
  interface: `"${plain.name}", "${reading.name}"`,
};

const readFiles = (typeface: Typeface) =>
  toFontFiles(root, typeface).map((file) => ({
    name: typeface.name,
    data: readFileSync(file),
  }));
export const fonts = [...readFiles(reading), ...readFiles(plain)];

/** The characters of the reading face, which is the fallback. Read for the first card: most builds draw none. */
let glyphs: Set<number> | undefined;

/** A text as cards show it; undefined if they cannot, or if nothing is left. */
export function toDrawable(text: string): string | undefined {
  const { shown, missing } = toDrawn(
    text,
    (glyphs ??= readGlyphs(toFontFiles(root, reading))),
  );
  return missing.length > 0 ? undefined : shown || undefined;
}
