import { readFileSync } from "node:fs";
import { create } from "fontkitten";
import { fonts as typefaces, root } from "#own-theme.ts";
import { toFontPath } from "#theme/fonts.ts";
import type { Typeface } from "#theme/typefaces.ts";

const { reading, interface: plain } = typefaces;

/** The families that cards are set in. Takumi wants a name that ends in a digit in quotation marks. */
export const families = {
  reading: `"${reading.name}"`,
  // What it has no letters for, Greek say, the other one may have.
  interface: `"${plain.name}", "${reading.name}"`,
};

const readFiles = ({ name, files, moreScripts }: Typeface) =>
  [files.normal, ...moreScripts].map((file) => ({
    name,
    data: readFileSync(toFontPath(root, file) as string),
  }));
const readingFiles = readFiles(reading);
/** Every script that the theme's typefaces have, from the files that pages take theirs from. */
export const fonts = [...readingFiles, ...readFiles(plain)];

/** What the reading face has: it stands behind the other one. */
const letters = new Set(
  readingFiles.flatMap(({ data }) => {
    const font = create(data);
    return "characterSet" in font ? font.characterSet : [];
  }),
);

/**
 * A text as our letters can show it: without emoji and other signs that we do not have.
 * @returns undefined when it has a letter or a number that we do not have, since a text with a hole says something
 * else, or when nothing is left of it
 */
export function toDrawable(text: string): string | undefined {
  const shown = text
    .normalize("NFC")
    // A number on a key is still a number.
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
