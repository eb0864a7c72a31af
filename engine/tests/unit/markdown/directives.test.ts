import { readBody } from "#text/body.ts";
import { findLinks } from "#text/links.ts";
import { processor, shikiConfig } from "#markdown/pipeline.ts";
import { expect, test } from "vitest";
import { render } from "./render.ts";

/** Any of these turns directives on for the whole text. */
const callout = "\n\n:::note\nEnd.\n:::\n";
const box = /\n?<aside class="callout"[^]*?<\/aside>/;

const strings = [
  "the 10:30 rule",
  "3:1",
  "docs:guide",
  "see docs:guide[1]",
  "docs:guide[see *this*](/b/) there",
  "docs:guide[see this][r]",
  "at 10:30[^1] sharp",
  "a:b{c}",
  "a:b[c]{d=e}",
  'a:b{c=":d[:e]"}',
  ":smile: and :smile",
  "::leaf",
  "::leaf[a]{.b}",
  "std::vector::begin",
  "a : b :c : d:",
  "x:1:2:3",
  ":a[:b[:c[d]]]",
  "(:a) [:b] *:c* _:d_",
  '":e" and x:"f"',
  "12:30-13:30",
  "2001:db8:85a3:8d3:1319:8a2e:370:7348:a:b:c:d:e:f",
  "é:ü and 😀:x",
  "https://example.org:8080/a:b and <mailto:a@example.org>",
  "`10:30` and `:a[b]`",
  "![at 10:30, a:b[c]](./a.png)",
  "![at 10:30][r]",
  "[at 10:30](/a:b/ 'c:d')",
  "**10:30**4",
  "a*:b*",
  "<kbd>10:30</kbd>",
  "C:\\dir",
  "…10:30 -- 'x:y'",
];
const contexts: [string, (text: string) => string][] = [
  ["a paragraph", (text) => text],
  ["a heading", (text) => `## ${text}`],
  ["emphasis", (text) => `So *it is ${text} there*.`],
  ["strong words", (text) => `So **it is ${text} there**.`],
  ["a link", (text) => `So [it is ${text} there](/x/).`],
  ["a table", (text) => `| A | ${text} |\n| - | - |\n| ${text} | b |`],
  ["a list item", (text) => `- One\n- ${text}\n  1. ${text}`],
  ["a task", (text) => `- [ ] ${text}`],
  ["a quotation", (text) => `> ${text}`],
  ["a footnote", (text) => `A.[^2]\n\n[^2]: ${text}`],
  ["code", (text) => `    ${text}\n\n\`\`\`\n${text}\n\`\`\``],
];
const end = "\n\n[^1]: Its source.\n\n[r]: /r:1/\n";

/** Each string as a paragraph; in every other context, one inline text and one that could be a block. */
const cases = contexts.flatMap(([name, put], index) =>
  (index === 0
    ? strings
    : ["docs:guide[see *this*](/b/) at 10:30, a:b{c}", "::leaf[a]{.b}"]
  ).map((text): [string, string, string] => [text, name, put(text) + end]),
);

test.each(cases)(
  "%j in %s: a callout elsewhere in the text changes neither the page nor the findings",
  async (_, __, body) => {
    const [without, beside] = [
      await render(body),
      await render(callout + "\n" + body),
    ];
    expect(beside.code).toMatch(box);
    expect(beside.code.replace(box, "").trim()).toBe(without.code.trim());
    expect(beside.metadata).toEqual(without.metadata);

    const read = readBody(body, "md");
    expect(readBody(body + callout, "md")).toEqual({
      ...read,
      words: read.words + 1,
    });
    expect(findLinks(body + callout, "md")).toEqual(findLinks(body, "md"));
    // MDX allows neither <mailto:…> nor braces that are not code.
    if (/[{}]|<m/.test(body)) return;
    const inMdx = readBody(body, "mdx");
    expect(inMdx.issues.map(({ rule }) => rule)).not.toContain("article/mdx");
    expect(readBody(body + callout, "mdx")).toEqual({
      ...inMdx,
      words: inMdx.words + 1,
    });
  },
);

test.each(strings)("%j is the same inside a callout", async (text) => {
  const { code } = await render(`:::note\n${text}\n:::${end}`);
  const plain = await render(text + end);
  const [paragraph = ""] = plain.code.split("\n");
  expect(code).toContain(`</strong></p>${paragraph}</aside>`);
});

test("the string itself is in the page", async () => {
  const { code } = await render(
    `See docs:guide[1], a:b{c} ::leaf[x]${callout}`,
  );
  expect(code).toContain("<p>See docs:guide[1], a:b{c} ::leaf[x]</p>");
});

test("MDX keeps its colons and its code", async () => {
  const mdx = await processor.createMdxRenderer?.(
    { syntaxHighlight: "shiki", shikiConfig, gfm: true, smartypants: true },
    { optimize: false },
  );
  const { code } = (await mdx?.process(
    `export const a = { b: 1 };\n\n## At 10:30\n\nSee docs:guide[1] a:b{a.b ? "c:d" : a.b}, <b>x:y</b>${callout}`,
    "/articles/one.mdx",
    {},
  )) ?? { code: "" };
  expect(code).toContain('"See docs:guide[1] a:b"');
  expect(code).toContain('"c:d"');
  expect(code).toContain('"x:y"');
  expect(code).toContain('id: "at-1030"');
  expect(code).toContain('"text":"At 10:30"');
  expect(code).toContain('"data-kind": "note"');
  expect(code).not.toMatch(/[\u2800-\u28ff]|gatepost:hidden/);
});

test("a text keeps its own patterns of Braille and control pictures beside hidden characters", async () => {
  const { code } = await render(`A \u2800\u2801 and 10:30.${callout}`);
  expect(code).toContain("A \u2800\u2801 and 10:30.");
  expect(code).toContain('data-kind="note"');
});
