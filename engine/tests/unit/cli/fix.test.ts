import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeContent } from "../../support/fixture.ts";
import { readContentFile, runHere } from "../../support/run-command.ts";

const file = "articles/first.md";
const toText = (...lines: string[]) =>
  `---
title: A title
description: What a reader of this article will know afterwards.
${lines.join("\n")}
---

A text.
`;

const fix = async (text: string) => {
  const root = makeContent([[file, text]]);
  const { code, out, err } = await runHere(root, "check", ["--fix"]);
  return { code, out, err, text: readContentFile(root, file) };
};

test.each([
  ["in a block", ["pubDate: >- # then", "  2026/02/03", "category: work"]],
  ["over two lines", ["pubDate: 3 February", "  2026", "category: work"]],
  [
    "as a tag in a block",
    ["pubDate: 2026-02-03", "category: work", "tags:", "  - |", "    Baking"],
  ],
  [
    "in two spellings of one field",
    ["pubDate: 2026-02-03", "catgory: work", "categry: other"],
  ],
  [
    "in two spellings of one tag",
    ["pubDate: 2026-02-03", "category: work", "tags: [Baking, BAKING]"],
  ],
])("a value that is written %s is left to the writer", async (_, lines) => {
  const before = toText(...lines);
  const { code, err, text } = await fix(before);
  expect(text).toBe(before);
  expect(code).toBe(1);
  expect(err).not.toContain("can be fixed automatically");
});

test("a byte order mark, as Windows Notepad writes it, is removed", async () => {
  const text = toText("pubDate: 2026-02-03", "category: work").replaceAll(
    "\n",
    "\r\n",
  );
  const fixed = await fix(`\uFEFF${text}`);
  expect(fixed.code).toBe(0);
  expect(fixed.text).toBe(text);
  expect(fixed.out).toContain("The byte order mark is gone.");
});

test("an alias of a fixed value stays an alias", async () => {
  const { code, text } = await fix(
    toText("pubDate: &day 2026/02/03", "updatedDate: *day", "category: work"),
  );
  expect(code).toBe(0);
  expect(text).toBe(
    toText("pubDate: &day 2026-02-03", "updatedDate: *day", "category: work"),
  );
});

test("a read-only file is left unchanged, without temporary files", async () => {
  const before = toText("pubDate: 2026/02/03", "category: work");
  const root = makeContent([[file, before]]);
  chmodSync(join(root, "src/content", file), 0o444);
  const { code, err } = await runHere(root, "check", ["--fix"]);
  expect(code).toBe(1);
  expect(err).toBe(
    `src/content/${file} cannot be changed: the file or its folder is read-only.\nNothing was changed.\n`,
  );
  expect(readContentFile(root, file)).toBe(before);
});
