import { readFileSync } from "node:fs";
import { create } from "fontkitten";

/** The families that cards are set in. Takumi wants a name that ends in a digit in quotation marks. */
export const families = {
  reading: '"Source Serif 4"',
  // What it has no letters for, Greek say, the other one may have.
  interface: 'Figtree, "Source Serif 4"',
};

const folder = "node_modules/@fontsource-variable";
/** Every script that our two typefaces have, from the files that pages take theirs from. */
export const fonts = [
  ...[
    "latin",
    "latin-ext",
    "cyrillic",
    "cyrillic-ext",
    "greek",
    "vietnamese",
  ].map((script) => ["Source Serif 4", "source-serif-4", script] as const),
  ...["latin", "latin-ext"].map(
    (script) => ["Figtree", "figtree", script] as const,
  ),
].map(([name, file, script]) => ({
  name,
  data: readFileSync(
    `${folder}/${file}/files/${file}-${script}-wght-normal.woff2`,
  ),
}));

/** What the reading face has: it stands behind the other one. */
const letters = new Set(
  fonts
    .filter(({ name }) => name === "Source Serif 4")
    .flatMap(({ data }) => {
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
