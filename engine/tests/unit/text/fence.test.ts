import { describe, expect, test } from "vitest";
import { readFence } from "#text/fence.ts";

const read = (meta: string, language = "js", count = 9) => {
  const { title, lines, issues } = readFence(meta, language, count);
  return {
    title,
    lines: [...lines].map(([line, kind]) => `${line} ${kind}`),
    issues: issues.map(({ problem }) => problem),
  };
};

test("the title, lines and changes can be in any order", () => {
  expect(read(`ins={3} {1, 5-6} title="a b.ts" del={4}`)).toEqual({
    title: "a b.ts",
    lines: ["3 ins", "1 mark", "5 mark", "6 mark", "4 del"],
    issues: [],
  });
  expect(read("title='it \"is\"'").title).toBe('it "is"');
});

describe("invalid options are reported once, and the others are used", () => {
  test.each([
    ["{2-1}", "2-1 is not a valid line or range."],
    ["{0}", "0 is not a valid line or range."],
    ["{}", "{} is not a valid line or range."],
    ["{1;2}", "1;2 is not a valid line or range."],
    ["{1-}", "1- is not a valid line or range."],
    ["{10}", "10 is past the end: the last line is 9."],
    ["{8-10}", "8-10 is past the end: the last line is 9."],
    ["{1-999999999999}", "1-999999999999 is not a valid line or range."],
    ["{1} ins={1}", "Line 1 has two different marks."],
    ["title=a.ts", "title=a.ts is not an option of a code block."],
    ['title=""', 'title="" is not an option of a code block.'],
    ['title="a b', 'title="a b is not an option of a code block.'],
    ["ins=3", "ins=3 is not an option of a code block."],
    ["titel='a b'", "titel='a b' is not an option of a code block."],
    ["showLineNumbers", "showLineNumbers is not an option of a code block."],
    ["{1", "{1 is not an option of a code block."],
    ['title="a" title="b"', 'title="b" is a second title.'],
  ])("%s", (meta, issue) => {
    expect(read(`${meta}`).issues).toEqual([issue]);
    expect(read(`{9} ${meta}`).lines).toContain("9 mark");
  });

  test("ins and del have no effect in a diff", () => {
    expect(read("{1} ins={2}", "diff")).toEqual({
      title: undefined,
      lines: ["1 mark"],
      issues: ["ins={2} has no effect in a diff."],
    });
  });
});

test("more than 100 ranges are reported once and ignored", () => {
  const { lines, issues } = readFence(
    `${"{1-9} ".repeat(100)}{10} {${"1-9,".repeat(100)}11}`,
    "js",
    20,
  );
  expect(issues.map(({ problem }) => problem)).toEqual([
    "There are more than 100 lines and ranges.",
  ]);
  expect(lines.size).toBe(9);
});

// Far more than anybody writes: if the work grew with the square of the length, this would not end.
test.each(['"', "'", "{", "a", "{1}", 'a"'])(
  "a line of a million %s is read",
  (sign) => {
    expect(readFence(sign.repeat(1_000_000), "js", 3).lines.size).toBe(0);
  },
);
