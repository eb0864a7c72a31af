import { expect, test } from "vitest";
import { toFrame } from "#check/frame.ts";

const frameOf = (line: string, column: number) =>
  toFrame(["---", line], { line: 2, column });

test("a caret is under the column", () => {
  expect(frameOf("pubDate: 2026-02-31", 10)).toBe(
    "    2 | pubDate: 2026-02-31\n      |          ^",
  );
});

test("there is no frame for 1:1, nor for a line that does not exist", () => {
  expect(toFrame(["---"], { line: 1, column: 1 })).toBeUndefined();
  expect(toFrame(["---"], { line: 2, column: 1 })).toBeUndefined();
});

test("a long line is cut around the column, with the caret still under it", () => {
  for (const column of [1, 59, 60, 61, 100, 5_000, 999_999]) {
    const line = `${"-".repeat(column - 1)}X${"-".repeat(1_000_000 - column)}`;
    const [shown = "", mark = ""] = frameOf(line, column)!.split("\n");
    expect(shown.length).toBeLessThan(90);
    expect(shown[mark.indexOf("^")]).toBe("X");
  }
});

test("tabs are kept, so that the caret lines up in a terminal", () => {
  expect(frameOf("\tcover:\tx", 9)).toBe(
    "    2 | \tcover:\tx\n      | \t      \t^",
  );
});

test("control characters are never sent to the terminal", () => {
  const frame = frameOf("a\u001b[31m\u202eb\u009bc\r", 1);
  expect(frame).toBe("    2 | a·[31m·b·c\n      | ^");
});
