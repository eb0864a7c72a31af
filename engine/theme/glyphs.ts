import { readFileSync, statSync } from "node:fs";
import { create } from "fontkitten";
import { toFontPath } from "./fonts.ts";
import type { Typeface } from "./typefaces.ts";

/** The files of a typeface for share images, in every script; those that exist. */
export const toFontFiles = (root: string, { files, moreScripts }: Typeface) =>
  [files.normal, ...moreScripts].flatMap(
    (file) => toFontPath(root, file) ?? [],
  );

/** The characters of font files, as code points. */
export const readGlyphs = (files: readonly string[]): Set<number> =>
  new Set(files.flatMap(readGlyphsOf));

const known = new Map<string, number[]>();

function readGlyphsOf(file: string): number[] {
  // A changed file is read anew; a check repeats at every save.
  const key = `${file} ${statSync(file).mtimeMs}`;
  const glyphs = known.get(key);
  if (glyphs) return glyphs;
  const font = create(readFileSync(file));
  const read = "characterSet" in font ? font.characterSet : [];
  known.set(key, read);
  return read;
}

/** A text as fonts can show it, without emoji; ﬁ may become fi. `missing` are characters that cannot be left out. */
export function toDrawn(text: string, glyphs: ReadonlySet<number>) {
  const has = (character: string) =>
    glyphs.has(character.codePointAt(0) as number);
  const shown = text
    .normalize("NFC")
    // A keycap emoji becomes its digit.
    .replace(/\ufe0f?\u20e3/g, "")
    .replace(/\p{RGI_Emoji}/gv, "")
    .replace(/[^\S\u00a0]/gv, " ")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\p{Cc}\p{Cf}\ufe00-\ufe0f]/gu, "")
    .replace(/[^\x20-\x7e]/gu, (character) => {
      if (has(character)) return character;
      const same = character.normalize("NFKC");
      if ([...same].every(has)) return same;
      return /\p{So}/u.test(character) ? "" : character;
    })
    .replace(/ +/g, " ")
    .trim();
  return {
    shown,
    missing: [...new Set(shown)].filter((character) => !has(character)),
  };
}
