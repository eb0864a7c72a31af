import { describe, expect, test } from "vitest";
import { readFence } from "#text/fence.ts";

const read = (meta: string, language = "js", count = 9) => {
  const { title, lines, issues } = readFence(meta, language, count);
  return {
    title,
    lines: [...lines].map(([line, kind]) => `${line} ${kind}`),
    issues: issues.map(({ issue, written }) => `${issue} ${written}`),
  };
};

test("a title, lines and changes stand in any order", () => {
  expect(read(`ins={3} {1, 5-6} title="a b.ts" del={4}`)).toEqual({
    title: "a b.ts",
    lines: ["3 ins", "1 mark", "5 mark", "6 mark", "4 del"],
    issues: [],
  });
  expect(read("title='it \"is\"'").title).toBe('it "is"');
});

describe("what cannot be meant so is said, once, and the rest counts", () => {
  test.each([
    ["{2-1}", "lines 2-1"],
    ["{0}", "lines 0"],
    ["{}", "lines {}"],
    ["{1;2}", "lines 1;2"],
    ["{1-}", "lines 1-"],
    ["{10}", "beyond 10"],
    ["{8-10}", "beyond 8-10"],
    ["{1-999999999999}", "lines 1-999999999999"],
    ["{1} ins={1}", "both 1"],
    ["title=a.ts", "value title=a.ts"],
    ['title=""', 'value title=""'],
    ['title="a b', 'value title="a b'],
    ["ins=3", "value ins=3"],
    ["titel='a b'", "word titel='a b'"],
    ["showLineNumbers", "word showLineNumbers"],
    ["{1", "word {1"],
    ['title="a" title="b"', 'twice title="b"'],
  ])("%s", (meta, issue) => {
    expect(read(`${meta}`).issues).toEqual([issue]);
    expect(read(`{9} ${meta}`).lines).toContain("9 mark");
  });

  test("a diff has its own signs", () => {
    expect(read("{1} ins={2}", "diff")).toEqual({
      title: undefined,
      lines: ["1 mark"],
      issues: ["diff ins={2}"],
    });
  });
});

test("more ranges than anybody names are said once, and not read", () => {
  const { lines, issues } = readFence(
    `${"{1-9} ".repeat(100)}{10} {${"1-9,".repeat(100)}11}`,
    "js",
    20,
  );
  expect(issues.map(({ issue }) => issue)).toEqual(["many"]);
  expect(lines.size).toBe(9);
});

test("a long line of signs takes no time", () => {
  const start = performance.now();
  for (const sign of ['"', "'", "{", "a", "{1}", 'a"'])
    readFence(sign.repeat(100_000), "js", 3);
  expect(performance.now() - start).toBeLessThan(2000);
});
