import { expect, test } from "vitest";
import { countWords, toMinutes } from "#model/reading-time.ts";

test.each([
  [0, 1],
  [1, 1],
  [238, 1],
  [356, 1],
  [357, 2],
  [476, 2],
  [2380, 10],
])("%i words take %i min", (words, minutes) => {
  expect(toMinutes(words)).toBe(minutes);
});

test("hands-on, don't and 2026 are one word each", () => {
  expect(countWords("Don't skip hands-on work, say – in 2026.")).toBe(7);
});

test.each([
  ["Han characters", "漢".repeat(2395), 5],
  ["kana and Han characters", "かなカナー漢字。".repeat(200), 3],
  ["Thai letters", "ภาษาไทย".repeat(300), 2],
  ["Hangul, which has spaces", "한국어 글 ".repeat(238), 2],
  [
    "words and Han characters, added up",
    "two words 漢字, ".repeat(119) + "漢".repeat(762),
    3,
  ],
])("%s", (_, text, minutes) => {
  expect(toMinutes(countWords(text))).toBe(minutes);
});
