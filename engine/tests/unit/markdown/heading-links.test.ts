import { expect, test } from "vitest";
import { render } from "./render.ts";

const linkTo = (id: string, words: string) =>
  `<a class="heading-link" href="#${id}" aria-label="Link to this section: ${words}"></a>`;

test("every heading is followed by an empty link to its id", async () => {
  const { code } = await render(
    "## A *part*\n\nText.\n\n### A part\n\n#### A part\n\n##### A part",
  );
  expect(code.split("\n")).toEqual([
    `<h2 id="a-part">A <em>part</em></h2>${linkTo("a-part", "A part")}`,
    "<p>Text.</p>",
    `<h3 id="a-part-1">A part</h3>${linkTo("a-part-1", "A part")}`,
    `<h4 id="a-part-2">A part</h4>${linkTo("a-part-2", "A part")}`,
    '<h5 id="a-part-3">A part</h5>',
    "",
  ]);
});

test("a heading in HTML keeps its id", async () => {
  const { code, metadata } = await render(
    '<h2 id="own">Own "words"</h2>\n\n## A *b*\n\n## A b',
  );
  expect(code).toContain(linkTo("own", "Own &quot;words&quot;"));
  expect(metadata.headings.map(({ slug }) => slug)).toEqual([
    "own",
    "a-b",
    "a-b-1",
  ]);
});

test("the link adds no words to the text or the table of contents", async () => {
  const { metadata } = await render("## At 10:30\n\nA.[^1]\n\n[^1]: B.");
  expect(metadata.headings).toEqual([
    { depth: 2, slug: "at-1030", text: "At 10:30" },
    { depth: 2, slug: "footnote-label", text: "Notes" },
  ]);
});

test("the heading of the notes has no link", async () => {
  const { code } = await render("A.[^1]\n\n[^1]: B.");
  expect(code).toMatch(/<h2[^>]*>Notes<\/h2>\s*<ol>/);
});
