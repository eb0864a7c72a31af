import { describe, expect, test } from "vitest";
import { readSource, splitFrontMatter } from "#files/read.ts";

const read = (text: string | Uint8Array, file = "src/content/articles/a.md") =>
  readSource(
    file,
    "a",
    typeof text === "string" ? new TextEncoder().encode(text) : text,
  );

describe("front matter is between two lines of three hyphens", () => {
  test.each([
    ["a field", "---\na: 1\n---\nText\n", "a: 1", "Text\n", 3],
    ["nothing", "---\n---\nText", "", "Text", 2],
    ["with nothing after it", "---\na: 1\n---", "a: 1", "", 3],
    ["with spaces after them", "---  \na: 1\n---\t\nText", "a: 1", "Text", 3],
    [
      "a line in the text too",
      "---\na: 1\n---\nb\n---\nc",
      "a: 1",
      "b\n---\nc",
      3,
    ],
    [
      "four hyphens within",
      "---\na: |\n  b\n----\n---\n",
      "a: |\n  b\n----",
      "",
      5,
    ],
    [
      "indented hyphens within",
      "---\na: |\n  ---\n---\n",
      "a: |\n  ---",
      "",
      4,
    ],
    ["two hyphens within", "---\n--\n---\n", "--", "", 3],
  ])("%s", (_, text, yaml, body, linesBefore) => {
    expect(splitFrontMatter(text)).toEqual({
      yaml,
      body,
      linesBefore,
      isOpened: true,
      isClosed: true,
    });
  });

  test("a file with CRLF is split at the same lines", () => {
    expect(
      splitFrontMatter("---\r\na: 1\r\nb: 2\r\n---\r\nText\r\n"),
    ).toMatchObject({ body: "Text\r\n", linesBefore: 4, isClosed: true });
  });

  test.each([
    ["", "The file has no front matter."],
    ["Text", "The file has no front matter."],
    ["\n---\na: 1\n---\n", "The file has no front matter."],
    [" ---\na: 1\n---\n", "The file has no front matter."],
    ["----\na: 1\n----\n", "The file has no front matter."],
    ["+++\na = 1\n+++\n", "The file has no front matter."],
    ["---", "The front matter has no closing line."],
    ["---\na: 1\n", "The front matter has no closing line."],
    ["---\na: 1\n----\nText", "The front matter has no closing line."],
    ["---\na: 1\n ---\nText", "The front matter has no closing line."],
    ["---\n- a\n- b\n---\n", `"["a","b"]" is not a list of fields.`],
    ["---\nwords\n---\n", `"words" is not a list of fields.`],
  ])("%j is refused", (text, problem) => {
    const { source, findings } = read(text);
    expect(source).toBeUndefined();
    expect(findings).toMatchObject([{ problem, rule: "content/front-matter" }]);
  });

  test("empty front matter is valid, so that missing fields are reported", () => {
    expect(read("---\n\n---\nText")).toMatchObject({
      findings: [],
      source: { data: {}, body: "Text" },
    });
  });
});

describe("a file that is not UTF-8 is refused", () => {
  const text = "---\ntitle: Café\n---\n";
  test.each([
    [
      "Latin-1",
      Buffer.from(text, "latin1"),
      "The file is not UTF-8 text.",
      { line: 2, column: 11 },
    ],
    [
      "one byte in the body",
      Buffer.concat([Buffer.from(`${text}\nÀ \uFFFD b`), Buffer.from([0xe9])]),
      "The file is not UTF-8 text.",
      { line: 5, column: 6 },
    ],
    [
      "UTF-16",
      Buffer.from(`\uFEFF${text}`, "utf16le"),
      "The file is not UTF-8 text.",
    ],
    [
      "half a character",
      Buffer.from("---\na: é\n---\n").subarray(0, 8),
      "The file is not UTF-8 text.",
      { line: 2, column: 4 },
    ],
    [
      "a byte order mark",
      Buffer.from(`\uFEFF${text}`),
      "The file begins with a byte order mark.",
    ],
    [
      "a NUL",
      Buffer.from(`${text}\nA \0`),
      "The file contains a NUL character.",
      { line: 5, column: 3 },
    ],
  ])("%s", (_, bytes, problem, place = { line: 1, column: 1 }) => {
    const { source, findings } = read(bytes);
    expect(source).toBeUndefined();
    expect(findings).toMatchObject([
      { ...place, problem, rule: "content/encoding" },
    ]);
  });

  test("a UTF-8 file is read completely", () => {
    const { source } = read("---\ntitle: Café 😀 שלום\n---\n日本語\n");
    expect(source?.data).toEqual({ title: "Café 😀 שלום" });
    expect(source?.body).toBe("日本語\n");
  });
});

describe.each([
  ["LF", "\n"],
  ["CRLF", "\r\n"],
])("fields have exact positions, in a file with %s", (_, newline) => {
  const { source } = read(
    [
      "---",
      "# A remark",
      "title: A title",
      "empty:",
      "cover:",
      '  image:   "./a.png"',
      "tags: [one, two]",
      "sources:",
      "  - title: A",
      "    url: https://a.org",
      "  -",
      "    title: B",
      "---",
      "Text",
    ].join(newline),
  );

  test.each([
    ["title", ["title"], "3:8", "3:1"],
    ["a missing value", ["empty"], "4:1", "4:1"],
    ["a nested one", ["cover", "image"], "6:12", "6:3"],
    ["a field missing in a nested one", ["cover", "alt"], "6:3", "5:1"],
    ["one of a list on a line", ["tags", 1], "7:13", "7:13"],
    ["an item after the last of a list", ["tags", 2], "7:7", "7:1"],
    ["a field of the first in a list", ["sources", 0, "url"], "10:10", "10:5"],
    [
      "a field of the second in a list",
      ["sources", 1, "title"],
      "12:12",
      "12:5",
    ],
    ["a field that does not exist", ["pubDate"], "1:1", "1:1"],
    ["everything", [], "1:1", "1:1"],
  ])("%s", (_, path, value, key) => {
    const place = (part: "key" | "value") => {
      const { line, column } = source!.placeOf(path, part);
      return `${line}:${column}`;
    };
    expect(place("value")).toBe(value);
    expect(place("key")).toBe(key);
  });
});

describe("file properties", () => {
  test("the format follows from the file name", () => {
    expect(read("---\n---\n", "a.md").source?.format).toBe("md");
    expect(read("---\n---\n", "a.mdx").source?.format).toBe("mdx");
  });

  test("the digest depends on every byte and nothing else", () => {
    const digest = (text: string, file?: string) =>
      read(text, file).source?.digest;
    const same = digest("---\na: 1\n---\nText\n");
    expect(digest("---\na: 1\n---\nText\n", "other.md")).toBe(same);
    expect(digest("---\na: 1\n---\nText")).not.toBe(same);
    expect(digest("---\na: 2\n---\nText\n")).not.toBe(same);
  });
});

describe("YAML values are read as writers expect", () => {
  test.each([
    ["2026-02-03", "2026-02-03"],
    ["no", "no"],
    ["yes", "yes"],
    ["3:10", "3:10"],
    ["true", true],
    ["010", 10],
    ["12", 12],
    ["", null],
  ])("%s is %j", (written, value) => {
    expect(read(`---\na: ${written}\nb: 1\n---\n`).source?.data).toEqual({
      a: value,
      b: 1,
    });
  });

  test("an error does not hide the other findings", () => {
    const { source, findings } = read(
      "---\na: 1\na: 2\nb: 3\nc: Wok: is it?\n---\n",
    );
    expect(findings.map(({ line, rule }) => [line, rule])).toEqual([
      [3, "content/repeated-field"],
      [5, "content/yaml"],
    ]);
    expect(source?.data.b).toBe(3);
  });

  test("aliases that expand into millions of values are refused", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let depth = 1; depth < 10; depth++)
      lines.push(
        `a${depth}: &a${depth} [${Array(9)
          .fill(`*a${depth - 1}`)
          .join(", ")}]`,
      );
    const { source, findings } = read(`---\n${lines.join("\n")}\n---\n`);
    expect(source).toBeUndefined();
    expect(findings).toMatchObject([{ rule: "content/yaml" }]);
  });
});

test("with CRLF, the last field ends at the end of its line", () => {
  const bytes = new TextEncoder().encode("---\r\na: it\r\n---\r\nA text.");
  expect(readSource("a.md", "a", bytes).source?.data).toEqual({ a: "it" });
});
