import { expect, test } from "vitest";
import { toFrame } from "#check/frame.ts";

const frameOf = (line: string, column: number) =>
  toFrame(["---", line], { line: 2, column });

test("a mark stands under the place", () => {
  expect(frameOf("pubDate: 2026-02-31", 10)).toBe(
    "    2 | pubDate: 2026-02-31\n      |          ^",
  );
});

test("the top of a file has no line to show, and neither has a line that is not there", () => {
  expect(toFrame(["---"], { line: 1, column: 1 })).toBeUndefined();
  expect(toFrame(["---"], { line: 2, column: 1 })).toBeUndefined();
});

test("of a long line what stands around the place is shown, the mark still under it", () => {
  for (const column of [1, 59, 60, 61, 100, 5_000, 999_999]) {
    const line = `${"-".repeat(column - 1)}X${"-".repeat(1_000_000 - column)}`;
    const [shown = "", mark = ""] = frameOf(line, column)!.split("\n");
    expect(shown.length).toBeLessThan(90);
    expect(shown[mark.indexOf("^")]).toBe("X");
  }
});

test("tabs stay, so that the mark stands where the terminal puts the place", () => {
  expect(frameOf("\tcover:\tx", 9)).toBe(
    "    2 | \tcover:\tx\n      | \t      \t^",
  );
});

test("nothing that a terminal would obey is sent to it", () => {
  const frame = frameOf("a\u001b[31m\u202eb\u009bc\r", 1);
  expect(frame).toBe("    2 | a·[31m·b·c\n      | ^");
});
