import type { Place } from "./finding.ts";

/**
 * Invisible characters that change how other text looks: control characters except tab and line endings, bidirectional
 * overrides, and a byte order mark within the text. The isolates U+2066–2069 are allowed because they end.
 */
const odd =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\ufeff]/g;

/** The odd characters of a text, each as U+202E with its offset. */
export function findOddCharacters(
  text: string,
): (Place & { character: string })[] {
  const found: (Place & { character: string })[] = [];
  let line = 1;
  let lineStart = 0;
  let read = 0;
  for (const { 0: character, index } of text.matchAll(odd)) {
    for (; read < index; read++)
      if (text[read] === "\n") {
        line++;
        lineStart = read + 1;
      }
    found.push({
      line,
      column: index - lineStart + 1,
      character: toCodePoint(character),
    });
  }
  return found;
}

/** "U+202E" */
const toCodePoint = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
