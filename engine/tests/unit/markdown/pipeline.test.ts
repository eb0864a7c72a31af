import { readBody } from "#text/body.ts";
import { expect, test } from "vitest";
import { render } from "./render.ts";

test.each([
  "At 10:30 with odds of 3:1",
  "Not a :directive: nor ::this",
  "2026-02-03",
  "snake_case_words and 2 * 3 * 4",
])("%s stays as it was written", async (text) => {
  expect((await render(text)).code).toContain(`<p>${text}</p>`);
});

test("quotation marks, dashes and dots become typographic, except in code", async () => {
  const { code } = await render(
    `"Don't" -- she said... \`"as" -- is...\`\n\n    "as" -- is...`,
  );
  expect(code).toContain("<p>“Don’t” – she said…");
  expect(code.match(/"as" -- is\.\.\./g)).toHaveLength(2);
});

test("footnotes are collected under Notes", async () => {
  const { code } = await render("A claim.[^1]\n\n[^1]: Its source.");
  expect(code).toMatch(/<h2[^>]*>Notes<\/h2>/);
  expect(code).toContain("Its source.");
  expect(code).not.toContain("Footnotes");
});

test("every heading has a unique id", async () => {
  const { code, metadata } = await render(
    "## A part\n\n### At 10:30\n\n## A part",
  );
  expect(metadata.headings).toEqual([
    { depth: 2, slug: "a-part", text: "A part" },
    { depth: 3, slug: "at-1030", text: "At 10:30" },
    { depth: 2, slug: "a-part-1", text: "A part" },
  ]);
  for (const { slug } of metadata.headings)
    expect(code).toContain(`id="${slug}"`);
});

test("all of GFM is rendered", async () => {
  const { code } = await render(
    "~~gone~~ https://example.org/\n\n- [x] done\n\n| a |\n| - |\n| b |",
  );
  expect(code).toContain("<del>gone</del>");
  expect(code).toContain('<a href="https://example.org/" rel="external">');
  expect(code).toContain("☑</span> done");
  expect(code).toContain("<td>b</td>");
});

test.each([
  "## It's *a* `b` & <b>c</b> [d](/e/)",
  "## Same\n\n## Same\n\n### Same",
  "## Über 10:30 -- 3:1…\n\nText\n\nSetext *one*\n---",
  '<h2 id="own">Own</h2>\n\n## Own\n\n<h3>Raw <i>three</i></h3>',
  "## ![An oven](./oven.png)\n\n## שלום 😀",
])("check finds the same anchors in %j as readers get", async (text) => {
  const { metadata } = await render(text);
  expect(readBody(text, "md").anchors).toEqual(
    metadata.headings.map(({ slug }) => slug),
  );
});

test.each([
  "Plain *text* with a [link](/a/), `code` and 10:30.",
  "> [!NOTE]\n> A callout.\n\n- one\n- two\n\n| a | b |\n|--|--|\n| 1 | 2 |",
  "## Heading\n\n```js {1}\nlet a;\n```\n\nA note.[^1]\n\n[^1]: Its text.",
])(
  "a text without abbreviations is rendered alike with and without their step",
  async (text) => {
    // An ampersand may start an entity, so the step runs.
    const { code } = await render(`&amp;\n\n${text}`);
    expect(code).toBe(`<p>&amp;</p>\n${(await render(text)).code}`);
  },
);
