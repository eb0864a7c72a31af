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
