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

describe("fields without an opening line are fields", () => {
  test.each([
    ["Hexo", "title: A\ntags:\n- b\n- c\n---\nText.\n", 5],
    ["an empty line among them", "title: A\n\ntags: b\n---\nText.\n", 4],
    ["a longer line", "layout: post\ntitle: A\n-----\nText.\n", 3],
    ["Hexo's JSON", '"title": "A",\n"tags": ["b"]\n;;;\nText.\n', 3],
    ["empty lines before", "\n\n---\ntitle: A\n---\nText.\n", 5],
    ["Pelican", "Title: A\nDate: 2019-11-07\nTags: b, c\n\nText.\n", 4],
  ])("%s", (_, text, bodyLine) => {
    const parts = readFrontMatter("a.md", text);
    const title = parts.fields.find(({ name }) => /^title$/i.test(name));
    expect(title).toMatchObject({
      value: "A",
      line: text.split("\n").findIndex((line) => /title/i.test(line)) + 1,
    });
    expect(parts).toMatchObject({ body: "Text.\n", bodyLine: bodyLine + 1 });
  });

  test("fields that cannot be read are reported at their line", () => {
    expect(() => readFrontMatter("a.md", "title: A: b\n---\nText.\n")).toThrow(
      expect.objectContaining({
        findings: [expect.objectContaining({ line: 1, column: 8 })],
      }),
    );
  });

  test.each([
    "Note: a heading\n---\n\nText.\n",
    "Title: the only one\n\nText.\n",
    "title: A\nwords that go on\n\nText.\n",
    "# Title\n\ntitle: A\n\n---\n",
    "- title: A\n- date: B\n\nText.\n",
  ])("%j is text", (text) => {
    expect(readFrontMatter("a.md", text)).toMatchObject({
      fields: [],
      body: text,
    });
  });
});
