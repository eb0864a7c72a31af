import { describe, expect, test } from "vitest";
import { findParseLimit } from "#text/body-limits.ts";
import { readBody } from "#text/body.ts";
import { readSource } from "#files/read.ts";

describe("realistic texts are below every limit", () => {
  const rows = (number: number) =>
    Array.from(
      { length: number },
      (_, row) => `| [Bowl ${row}](/bowls/${row}/) | 2026-01-02 | **1.5** |`,
    ).join("\n");
  test.each([
    ["a table of 4,000 rows", `| a | b | c |\n| - | - | - |\n${rows(4000)}\n`],
    [
      "a book of a hundred pages",
      "It's a line with *signs*, [links](/a/) and — perhaps — a (long) thought.\n\n".repeat(
        3000,
      ),
    ],
    [
      "a thousand lines of code",
      `\`\`\`js\n${'const a = { b: [1, 2], c: "d" }; // e\n'.repeat(1000)}\`\`\`\n`,
    ],
  ])("%s", (_, body) => {
    expect(readBody(body, "md").issues).toEqual([]);
    expect(findParseLimit(body, "mdx")?.problem ?? "").not.toContain(
      "punctuation",
    );
  });

  test("data of 500 rows in MDX, and a page of components", () => {
    const data = `export const rows = [\n${Array.from({ length: 500 }, (_, row) => `  { name: "Bowl ${row}", price: 1.5, url: "https://example.org/${row}/" },`).join("\n")}\n];\n\n`;
    const body = `${data}${'<b title="a">b</b> {rows.length}\n\n'.repeat(1000)}`;
    expect(findParseLimit(body, "mdx")).toBeUndefined();
  });
});

test("an exceeded limit is reported where the block begins", () => {
  const much = "*a_ ".repeat(20_000);
  expect(findParseLimit(`A text.\n\nA\n${much}\n`, "md")).toMatchObject({
    line: 3,
    column: 1,
    problem: "This paragraph has too many punctuation characters to parse.",
  });
  expect(
    findParseLimit(
      `import A from "./a";\n\nA text {${"(".repeat(4000)}}`,
      "mdx",
    ),
  ).toMatchObject({
    line: 3,
    column: 8,
    problem: "This text has too much code to parse.",
  });
  expect(findParseLimit(`A text {${"(".repeat(4000)}}`, "md")).toBeUndefined();
  expect(
    readBody(`A text.\n\n${"<b>".repeat(120)}a${"</b>".repeat(120)}`, "mdx")
      .issues,
  ).toMatchObject([
    {
      line: 3,
      problem: "The text is nested more than 100 levels deep here.",
      rule: "content/size",
    },
  ]);
});

test("a text that is too long is refused with its length", () => {
  const text = `---\ntitle: A\n---\n${"a".repeat(250_000)}`;
  expect(
    readSource("a.md", "a", new TextEncoder().encode(text)).findings,
  ).toMatchObject([
    {
      rule: "content/size",
      problem:
        "The text has 250,017 characters; the limit is 250,000 characters.",
    },
  ]);
});

test.each([
  ["md", "\n", ""],
  ["md", "", ""],
  ["mdx", "\n\n", "</div>\n\n"],
  ["mdx", "", "</div>"],
] as const)(
  "3,000 nested elements in %s, with %j after each, are reported where they are too many",
  (format, after, close) => {
    const body = `One.\n\n${`<div>${after}`.repeat(3000)}Text.${after}${close.repeat(3000)}`;
    expect(readBody(body, format).issues).toMatchObject([
      { rule: "content/size" },
    ]);
  },
);
