import { toPlacer } from "#text/body-tree.ts";
import { top } from "./finding.ts";

/** Invisible characters that change how other text looks. The isolates U+2066–2069 are allowed because they end. */
const odd =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\ufeff]/g;

/** The odd characters of a text, each as U+202E with its position. */
export function findOddCharacters(text: string) {
  const toPlace = toPlacer(text, top);
  return [...text.matchAll(odd)].map(({ 0: character, index }) => ({
    ...toPlace(index),
    character: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  }));
}
