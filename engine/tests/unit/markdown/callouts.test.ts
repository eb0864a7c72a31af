import { readBody } from "#text/body.ts";
import { expect, test } from "vitest";
import { render } from "./render.ts";

const box = (kind: string, name: string, title: string) =>
  `<aside class="callout" data-kind="${kind}" role="note" aria-label="${name}"><p class="callout-title"><strong>${title}</strong></p>`;

test.each([
  ["note", "Note"],
  ["tip", "Tip"],
  ["warning", "Warning"],
  ["oven", "Oven"],
  ["kettle", "Kettle"],
])(":::%s is a callout titled %s", async (kind, word) => {
  const { code } = await render(`:::${kind}\nA *text*.\n:::\n\nAfter it.`);
  expect(code).toBe(
    `${box(kind, word, word)}<p>A <em>text</em>.</p></aside>\n<p>After it.</p>\n`,
  );
});

test.each([
  ["NOTE", "note", "Note"],
  ["tip", "tip", "Tip"],
  ["IMPORTANT", "note", "Important"],
  ["WARNING", "warning", "Warning"],
  ["Caution", "warning", "Caution"],
])("> [!%s] from GitHub is a callout too", async (name, kind, word) => {
  const { code } = await render(`> [!${name}]\n> A *text*.\n>\n> - More`);
  expect(code.replaceAll("\n", "")).toBe(
    `${box(kind, word, word)}<p>A <em>text</em>.</p><ul><li>More</li></ul></aside>`,
  );
});

test("its text may start with emphasis or after an empty line", async () => {
  for (const body of [
    "> [!NOTE]\n> *One*",
    "> [!NOTE]\n>\n> *One*",
    "> [!NOTE]  \n> *One*",
  ])
    expect((await render(body)).code.replaceAll("\n", "")).toBe(
      `${box("note", "Note", "Note")}<p><em>One</em></p></aside>`,
    );
});

test("a label is the title, links and emphasis included; the kind stays the accessible name", async () => {
  const { code } = await render(
    ":::oven[You need *it* at 10:30, [whatever](/x/)]\nA text.\n:::",
  );
  expect(code).toContain(
    box(
      "oven",
      "Oven",
      'You need <em>it</em> at 10:30, <a href="/x/">whatever</a>',
    ),
  );
});

test("headings, lists, code and pictures work in callouts", async () => {
  const { code, metadata } = await render(
    ":::tip\n## A part\n\n- One\n\n```js\nlet a = 1;\n```\n\n![An oven](./oven.png)\n:::",
  );
  expect(metadata.headings.map(({ slug }) => slug)).toEqual(["a-part"]);
  expect(metadata.localImagePaths).toEqual(["./oven.png"]);
  expect(code).toMatch(/<aside[^]*<li>One<\/li>[^]*<pre class="code"[^]*<img /);
});

test("Windows line endings are supported", async () => {
  const body =
    ":::oven[You need it]\r\nAt 10:30.\r\n:::\r\n\r\n> [!TIP]\r\n> Two.\r\n";
  const { code } = await render(body);
  expect(code).toContain(box("oven", "Oven", "You need it"));
  expect(code.replace(/\s*\n/g, "")).toContain(
    `${box("tip", "Tip", "Tip")}<p>Two.</p>`,
  );
  expect(readBody(body, "md").issues).toEqual([]);
});

test("the outer callout has one colon more", async () => {
  const { code } = await render("::::oven\n:::tip\nA.\n:::\nB.\n::::");
  expect(code).toBe(
    `${box("oven", "Oven", "Oven")}${box("tip", "Tip", "Tip")}<p>A.</p></aside><p>B.</p></aside>\n`,
  );
});

test.each(["> [!AD]\n> A text.", "> [!NOTE] A text.", "> A text. [!NOTE]"])(
  "%j stays a quotation",
  async (body) => {
    expect((await render(body)).code).toMatch(/^<blockquote>[^]*A text\./);
  },
);

test("the text of an unknown callout is kept", async () => {
  expect((await render(":::notice\nA text.\n:::")).code).toContain(
    "<p>A text.</p>",
  );
});

test("a callout has no inline styles and no ids", async () => {
  const { code } = await render(":::note\nA.\n:::\n\n> [!TIP]\n> B.");
  expect(code).not.toMatch(/\s(?:style|id)=/);
});
