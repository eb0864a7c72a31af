import { expect, test } from "vitest";
import { splice, toLines, toRemoval } from "../../../import/splice.ts";

test("changes leave other bytes alone, and new offsets map to old ones", () => {
  const { text, toOld } = splice("one two three", [
    { from: 8, to: 13, text: "3" },
    { from: 0, to: 3, text: "first" },
  ]);
  expect(text).toBe("first two 3");
  expect([0, 4, 5, 6, 10].map(toOld)).toEqual([0, 0, 3, 4, 8]);
});

test("of two overlapping changes the first wins", () => {
  const changes = [
    { from: 2, to: 6, text: "-" },
    { from: 4, to: 8, text: "+" },
  ];
  expect(splice("0123456789", changes).text).toBe("01-6789");
});

test("removing a whole line removes the empty line after it", () => {
  const text = "a\n\ngone\n\nb gone c\n";
  const remove = (at: number) =>
    splice(text, [toRemoval(text, at, at + 4)]).text;
  expect(remove(3)).toBe("a\n\nb gone c\n");
  expect(remove(11)).toBe("a\n\ngone\n\nb  c\n");
});

test("lines count from 1, and a line break belongs to the line it ends", () => {
  const lineOf = toLines("a\n\nb");
  expect([0, 1, 2, 3].map(lineOf)).toEqual([1, 1, 2, 3]);
});
