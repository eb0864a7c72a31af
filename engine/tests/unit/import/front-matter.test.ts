import { describe, expect, test } from "vitest";
import { readFrontMatter } from "../../../import/front-matter.ts";

const forms: [string, (rows: string[]) => string, (n: number) => string][] = [
  ["YAML", (rows) => `---\n${rows.join("\n")}\n---\n`, (n) => `k${n}: "${n}"`],
  ["TOML", (rows) => `+++\n${rows.join("\n")}\n+++\n`, (n) => `k${n} = "${n}"`],
  ["JSON", (rows) => `{\n${rows.join(",\n")}\n}\n`, (n) => `  "k${n}": "${n}"`],
];

describe("50,000 fields of front matter are read in seconds, each with its line", () => {
  test.each(forms)("%s", (_, join, toRow) => {
    const rows = Array.from({ length: 50_000 }, (_, n) => toRow(n));
    const read = readFrontMatter("a.md", `${join(rows)}\nText.\n`);
    expect(read.fields).toHaveLength(50_000);
    expect(read.fields.at(-1)).toEqual({
      name: "k49999",
      value: "49999",
      line: 50_001,
    });
  });
});

test("nested fields have their own line, in either notation", () => {
  const read = readFrontMatter(
    "a.md",
    '+++\ntitles = 1\nseo.title = "A"\n[cover]\nimage = "b.png"\n+++\n',
  );
  expect(read).toMatchObject({
    fields: [
      { name: "titles", line: 2 },
      { name: "seo.title", line: 3 },
      { name: "cover.image", line: 5 },
    ],
  });
});

test.each([
  ["YAML", "---\ntitle: A\ntitle: B\n---\n"],
  ["TOML", '+++\ntitle = "A"\ntitle = "B"\n+++\n'],
])("a duplicate field is reported with its line: %s", (_, text) => {
  expect(() => readFrontMatter("a.md", text)).toThrow(
    expect.objectContaining({
      findings: [expect.objectContaining({ line: 3 })],
    }),
  );
});
