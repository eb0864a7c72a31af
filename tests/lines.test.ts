import { expect, test } from "vitest";
import { toLines } from "../src/components/lines.ts";

test("a text is split between words into lines of at most so many characters", () => {
  expect(toLines("Is the exam hands-on?", 12)).toEqual([
    "Is the exam",
    "hands-on?",
  ]);
  expect(toLines("an extraordinarily long word", 8)).toEqual([
    "an",
    "extraordinarily",
    "long",
    "word",
  ]);
});
