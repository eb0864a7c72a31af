import { readFileSync } from "node:fs";
import { create } from "fontkitten";
import { fonts as typefaces, root } from "#own-theme.ts";
import { toFontPath } from "#theme/fonts.ts";
import type { Typeface } from "#theme/typefaces.ts";

const { reading, interface: plain } = typefaces;

/** The font families of cards. Takumi needs quotation marks around names that end in a digit. */
export const families = {
  reading: `"${reading.name}"`,
  // The fallback for scripts that the first family lacks, such as Greek.
  interface: `"${plain.name}", "${reading.name}"`,
};

const readFiles = ({ name, files, moreScripts }: Typeface) =>
  [files.normal, ...moreScripts].map((file) => ({
    name,
    data: readFileSync(toFontPath(root, file) as string),
  }));
const readingFiles = readFiles(reading);
/** The fonts of cards, in every script of the theme's typefaces. */
export const fonts = [...readingFiles, ...readFiles(plain)];

/** The characters of the reading face, which is the fallback. */
const letters = new Set(
  readingFiles.flatMap(({ data }) => {
    const font = create(data);
    return "characterSet" in font ? font.characterSet : [];
  }),
);

/**
 * Removes emoji and other symbols without a glyph.
 * @returns undefined if a letter or number has no glyph, since omitting it would change the meaning, or if nothing is
 * left
 */
export function toDrawable(text: string): string | undefined {
  const shown = text
    .normalize("NFC")
    // A keycap emoji becomes its digit.
    .replace(/\ufe0f?\u20e3/g, "")
    .replace(/\p{RGI_Emoji}/gv, "")
    .replace(/[^\S\u00a0]/gv, " ")
    .replace(/\u2011/g, "-")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .replace(/\p{So}/gu, (sign) => (hasLetter(sign) ? sign : ""))
    .replace(/ +/g, " ")
    .trim();
  return shown && [...shown].every(hasLetter) ? shown : undefined;
}

const hasLetter = (character: string) =>
  letters.has(character.codePointAt(0) as number);
