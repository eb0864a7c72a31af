import { expect, test } from "vitest";
import { readBody } from "#text/body.ts";
import { render } from "./render.ts";

const findings = (body: string, format: "md" | "mdx" = "md") =>
  readBody(body, format).issues.map(
    ({ line, column, rule, problem }) => `${line}:${column} ${rule} ${problem}`,
  );

test.each([
  ["<!-- a note to myself -->\n\nText.", "<p>Text.</p>"],
  ["Text<!-- a note\nto myself --> more.", "<p>Text more.</p>"],
  ["<div>\n<!-- a note --><p>Text</p></div>", "<div>\n<p>Text</p></div>"],
  ["| A<!-- a note --> |\n| - |", "<th>A</th>"],
  ["Text <?php $note->a ?> more", "<p>Text  more</p>"],
  ["<?php note\n\n-> a ?>\n\nText.", "<p>Text.</p>"],
  ["Text <!note> more", "<p>Text  more</p>"],
  ["<!DOCTYPE note>\n\nText.", "<p>Text.</p>"],
  ["Text <![CDATA[a > note]]> more", "<p>Text  more</p>"],
  ["Text <!-- a --!> note --> more", "<p>Text  more</p>"],
  ["<div>\n</ note><?note ?><p>Text</p></div>", "<div>\n<p>Text</p></div>"],
  ["> One\n<!--more-->\n\n- <!-- a note -->Two", "<li>\nTwo\n</li>"],
])("%j is rendered without its comment", async (body, shown) => {
  const { code } = await render(body);
  expect(code).toContain(shown);
  expect(code).not.toMatch(/note|more--|<!|-->/);
});

test("code keeps its comments", async () => {
  const { code } = await render("`<!-- a -->`\n\n```text\n<!-- b -->\n```\n");
  expect(code.match(/&lt;!-- [ab] --&gt;|<!-- [ab] -->/g)).toHaveLength(2);
  expect(findings("`<!-- a -->`\n\n```text\n<!-- b -->\n```\n")).toEqual([]);
});

test("check mentions comments once, and prompts as what they are", () => {
  expect(findings("One.\n\nTwo <!-- a --> three <!-- b -->\n")).toEqual([
    "3:5 content/comment Readers never see the 2 comments in this text.",
  ]);
  expect(findings("One {/* a */} two.\n", "mdx")).toEqual([
    "1:5 content/comment Readers never see this comment.",
  ]);
  expect(findings("One <?php a ?>, <!b>, <![CDATA[c]]>\n")).toEqual([
    "1:5 content/comment Readers never see the 3 comments in this text.",
  ]);
  expect(findings("One.\n\n<?php a\n\n-> b\n")).toEqual([
    "3:1 content/unclosed-html <? is never closed: the text after it would disappear.",
  ]);
  expect(findings("One.\n\n<!-- TODO: Which one? -->\n")).toEqual([]);
});
