import { readBody } from "#text/body.ts";
import { processor, shikiConfig } from "#markdown/pipeline.ts";
import { expect, test } from "vitest";
import { render } from "./render.ts";

const cka = "\n\n*[CKA]: Cold Kitchen Assistant\n";
const explained =
  '<abbr title="Cold Kitchen Assistant">CKA</abbr> <small>(Cold Kitchen Assistant)</small>';
const issuesOf = (text: string) =>
  readBody(text, "md").issues.map(
    ({ line, column, problem }) => `${line}:${column} ${problem}`,
  );
const toHtml = async (text: string) => (await render(text)).code.trim();

test("the first use in the text shows the meaning, later ones do not", async () => {
  expect(await toHtml(`The CKA is a CKA.\n\nThe *CKA* too.${cka}`)).toBe(
    `<p>The ${explained} is a CKA.</p>\n<p>The <em>CKA</em> too.</p>`,
  );
});

test.each([
  ["a heading", "## The CKA", ""],
  ["a link", "[The CKA](/x/)", ""],
  ["code", "`CKA`\n\n    CKA", ""],
  ["HTML with a look of its own", "Press <kbd>CKA</kbd>", ""],
  ["a callout's title", ":::note[CKA]\nA.\n:::", ""],
  ["a longer word", "CKAD, XCKA, CKA-holder, CKA_1, cka", ""],
  ["a footnote", "A.[^1]\n\n[^1]: The CKA.", ""],
])("the use in %s is not the first", async (_, before) => {
  const html = await toHtml(`${before}\n\nThe CKA.${cka}`);
  expect(html).toContain(`<p>The ${explained}.</p>`);
  expect(html.match(/<abbr/g)).toHaveLength(1);
});

test.each([
  ["strong words", "**CKA**", `<strong>${explained}</strong>`],
  ["a list", "- CKA", `<li>${explained}</li>`],
  ["a possessive", "CKA's price", `<p>${explained}’s price</p>`],
  ["brackets", "(CKA)", `<p>(${explained})</p>`],
  [
    "a footnote, if it is used nowhere else",
    "A.[^1]\n\n[^1]: CKA.",
    `${explained}.`,
  ],
])("it is explained in %s", async (_, text, expected) => {
  expect(await toHtml(text + cka)).toContain(expected);
});

test("if the sentence already gives the meaning, none is added", async () => {
  expect(await toHtml(`A Cold Kitchen Assistant (CKA) is.${cka}`)).toBe(
    '<p>A Cold Kitchen Assistant (<abbr title="Cold Kitchen Assistant">CKA</abbr>) is.</p>',
  );
});

test("several definitions may follow each other anywhere, and the longest match wins", async () => {
  const definitions =
    '*[C]: Sea\n*[C++]: See plus\n\n*[C]: Sea\n*[C#]: See "sharp" -- so\r\n*[C# 10]: Ten\n\n';
  expect(await toHtml(`${definitions}C# 10, C#, C`)).toMatch(
    /<p><abbr title="Ten">C# 10<\/abbr> <small>\(Ten\)<\/small>, <abbr title="See “sharp” – so">C#<\/abbr> <small>\(See “sharp” – so\)<\/small>, <abbr title="Sea">C<\/abbr> <small>\(Sea\)<\/small><\/p>$/,
  );
});

test("the first of two definitions wins, and check reports the second", async () => {
  const text = `CKA\n${cka}*[CKA]: Another`;
  expect(await toHtml(text)).toBe(`<p>${explained}</p>`);
  expect(issuesOf(text)).toEqual([
    "5:1 The abbreviation CKA is already defined; the first definition is used.",
  ]);
});

test("an invalid definition stays in the text, and check reports it", async () => {
  const text = "Words\n*[CKA]: Cold\n\n*[B]: so *it* is";
  expect(await toHtml(text)).toContain("*[CKA]: Cold</p>");
  expect(await toHtml(text)).toContain("*[B]: so <em>it</em> is");
  expect(issuesOf(text)).toEqual([
    "2:1 *[CKA] is shown as plain text: it defines nothing here.",
    "4:1 *[B] is shown as plain text: it defines nothing here.",
  ]);
});

test("check reports unused definitions, and definitions are not counted as words", () => {
  const body = `The CKAD.${cka}`;
  expect(issuesOf(body)).toEqual([
    "3:1 The text never uses the abbreviation CKA.",
  ]);
  expect(readBody(body, "md").words).toBe(2);
});

test("they work in MDX, next to colons and callouts", async () => {
  const mdx = await processor.createMdxRenderer?.(
    { syntaxHighlight: "shiki", shikiConfig, gfm: true, smartypants: true },
    { optimize: false },
  );
  const text = `<a href="/x/">CKA</a>\n\n<div>CKA at 10:30</div>\n\n:::note\nA.\n:::${cka}`;
  const { code } = (await mdx?.process(text, "/one.mdx", {})) ?? { code: "" };
  expect(code.match(/title: "Cold Kitchen/g)).toHaveLength(1);
  expect(code).not.toContain("*[");
  expect(readBody(text, "mdx").issues).toEqual([]);
});
