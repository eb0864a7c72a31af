import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { processor, shikiConfig } from "gatepost/markdown/pipeline.ts";
import { readBody } from "gatepost/text/body.ts";

const guide = readFileSync(
  join(import.meta.dirname, "../docs/writing.md"),
  "utf8",
);

/** The rows of the guide's table: both columns, without the marks of code around the first. */
const rows = [
  ...guide
    .slice(guide.indexOf("\n## What you paste\n"))
    .matchAll(/^\| `+ ?((?:\\\||[^|])+?) ?`+ +\| (.+?) +\|$/gm),
].map(([, pasted = "", happens = ""]) => ({
  pasted: pasted.replaceAll("\\|", "|"),
  happens,
}));

const foreign = "content/foreign-markup";

/** What is pasted, as in the table; the rule that reports it, or the HTML it becomes; and the text, if it differs. */
const promised: [pasted: string, becomes: string, text?: string][] = [
  ["**甲。**乙", "<strong>甲。</strong>乙"],
  ["** words **", foreign],
  [
    "https://example.org/a。",
    '<a href="https://example.org/a" rel="external">https://example.org/a</a>。',
  ],
  ["H~2~O", foreign],
  ["m^2^", foreign],
  ["~words~", foreign],
  ["5~10 minutes", "<p>5~10 minutes</p>"],
  ["==words==", foreign],
  ["++words++", foreign],
  ["||words||", foreign],
  [":tada:", foreign],
  ["(c) (tm) :)", "<p>(c) (tm) :)</p>"],
  ["$$x^2$$", foreign],
  ["5'10\" and 6'", "<p>5′10″ and 6′</p>"],
  ["--flag", "<p>--flag</p>"],
  ['<kbd>"</kbd>', '<kbd>"</kbd>'],
  ["<!-- a note -->", "content/comment"],
  ["<?php a ?>", "content/comment"],
  ["%%a note%%", foreign],
  ["• one", foreign],
  ["1) one", "<ol>"],
  ["a) one ↵ b) two", foreign, "a) one\nb) two"],
  ["1、one ↵ 2、two", foreign, "1、one\n2、two"],
  ["[ ] task", foreign],
  ["-⍽one", foreign, "- one"],
  ["-one ↵ -two", foreign, "-one\n-two"],
  ["##Title", foreign],
  ["＃ Title", foreign],
  ["A sentence. ↵ ---", foreign, "A sentence.\n---"],
  ["## Title {#id}", foreign],
  ["[TOC]", foreign],
  ["⇥A sentence.", foreign, "\tA sentence."],
  ["One⇥2 ↵ Two⇥3", foreign, "One\t2\nTwo\t3"],
  ["| A | B | ↵ | 1 | 2 |", foreign, "| A | B |\n| 1 | 2 |"],
  ["[[Page]]", foreign],
  ["[words] (/articles/)", foreign],
  ["![words](my file.png)", foreign],
  ["[words](my file.md)", foreign],
  ["[words](/articles/ “title”)", foreign],
  ["[words][name]", "content/link-reference"],
  ["text^[A note.]", foreign],
  ["> [!NOTE]", 'data-kind="note"', "> [!NOTE]\n> Text."],
  ["> [!INFO]", "content/callout", "> [!INFO]\n> Text."],
  ["!!! note", foreign],
  ["```JS", 'data-language="js"', "```JS\nlet a;\n```"],
  ["```nolang", "content/code-fence", "```nolang\nlet a;\n```"],
  ["```js:app.js", "content/code-fence", "```js:app.js\nlet a;\n```"],
  ["Term ↵ : meaning", foreign, "Term\n: meaning"],
  ["{{ name }}", foreign],
  ["[b]words[/b]", foreign],
  ["&copy; &nbsp; &#8364;", "<p>©   €</p>"],
  ["&unknown;", foreign],
  ["one\\ ↵ two", "<p>one<br>\ntwo</p>", "one\\\ntwo"],
  ["one ↵ two", "<p>one\ntwo</p>", "one\ntwo"],
  ["#tag @name", "<p>#tag @name</p>"],
  ["<center>", "content/html", "<center>Words</center>"],
  ["<div>**words**</div>", foreign],
];

const renderer = processor.createRenderer({
  syntaxHighlight: "shiki",
  shikiConfig,
  gfm: true,
  smartypants: true,
});

test("the guide has a row for everything that is tested, in this order", () => {
  expect(rows.map(({ pasted }) => pasted)).toEqual(
    promised.map(([pasted]) => pasted),
  );
});

test.each(promised)("%j: %s", async (pasted, becomes, text = pasted) => {
  const rules = readBody(`${text}\n`, "md").issues.map(({ rule }) => rule);
  const { happens = "" } = rows.find((row) => row.pasted === pasted) ?? {};
  const isReported = becomes.startsWith("content/");
  expect(rules).toEqual(isReported ? [becomes] : []);
  expect(happens.includes("`check`")).toBe(isReported);
  if (isReported) return;
  expect((await (await renderer).render(`${text}\n`)).code).toContain(becomes);
});
