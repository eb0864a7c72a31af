import { describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { toolContent } from "../../support/tools.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent, writeContent } from "../../support/fixture.ts";
import {
  readContentFile,
  runCommand,
  runHere,
} from "../../support/run-command.ts";

const id = (slug: string) => `tag:saucepan.example,2026:/articles/${slug}/`;
const line = (slug: string, published: string, more = "") =>
  `  "/articles/${slug}/": { "id": "${id(slug)}", "published": "${published}"${more} }`;
const recordOf = (root: string) => readContentFile(root, "published.json");

const draft = `---
# A comment at the top.
title: A draft # kept
draft: true   # until it is ready
category: work
pubDate: 2026-06-01
description: 'What the reader will know.'
---

A text.
`;

describe("publish", () => {
  test("publishes a draft today and records its address and id; nothing else in the file changes", async () => {
    const root = makeContent([["articles/a-draft.md", draft]]);
    const { code, out, err } = await runHere(root, "publish", ["a-draft"]);
    expect(code, err).toBe(0);
    expect(readContentFile(root, "articles/a-draft.md")).toBe(
      draft
        .replace("draft: true", "draft: false")
        .replace("2026-06-01", "2026-06-15"),
    );
    expect(recordOf(root)).toBe(`{\n${line("a-draft", "2026-06-15")}\n}\n`);
    expect(out)
      .toBe(`src/content/articles/a-draft.md: draft: false, pubDate: 2026-06-15.
src/content/published.json: recorded /articles/a-draft/, published 2026-06-15, with the feed id ${id("a-draft")}.
Next: npm run build
`);
  });

  test.each([
    ["America/Los_Angeles", "2026-06-16T03:00:00Z", "2026-06-15"],
    ["Asia/Tokyo", "2026-06-15T23:00:00Z", "2026-06-16T08:00+09:00"],
  ])(
    "in %s at %s the article is published at once, with the date of the writer's time zone",
    async (TZ, BUILD_NOW, pubDate) => {
      const root = makeContent([["articles/a-draft.md", draft]]);
      const { out } = await runCommand(root, "publish", ["a-draft"], {
        TZ,
        BUILD_NOW,
      });
      expect(out).toContain(`pubDate: ${pubDate}.\n`);
      expect(out).toMatch(/Next: npm run build\n$/);
    },
  );

  test("--on schedules an article", async () => {
    const root = makeContent([["articles/a-draft.md", draft]]);
    const { out } = await runHere(root, "publish", [
      "src/content/articles/a-draft.md",
      "--on",
      "2026-12-01",
    ]);
    expect(out).toContain("Next: npm run build, on 2026-12-01 or later");
    expect(recordOf(root)).toContain(line("a-draft", "2026-12-01"));
    // Until then the day may move.
    await runHere(root, "publish", ["a-draft", "--on", "2026-12-24"]);
    expect(recordOf(root)).toBe(`{\n${line("a-draft", "2026-12-24")}\n}\n`);
  });

  test("records aliases too; check reports one that is removed later", async () => {
    const aliased = draft.replace(
      "category: work",
      "category: work\naliases: [/2019/old.html]",
    );
    const root = makeContent([["articles/a-draft.md", aliased]]);
    const alias = (day: string) =>
      `  "/2019/old.html": { "id": "${id("a-draft")}", "published": "${day}" }`;
    await runHere(root, "publish", ["a-draft", "--on", "2026-12-01"]);
    await runHere(root, "publish", ["a-draft", "--on", "2026-06-01"]);
    expect(recordOf(root)).toBe(
      `{\n${alias("2026-06-01")},\n${line("a-draft", "2026-06-01")}\n}\n`,
    );
    writeContent(root, [
      ["articles/a-draft.md", anArticleFile({ pubDate: "2026-06-01" })],
    ]);
    const { findings } = await checkContent(root);
    expect(findings.map(({ problem }) => problem)).toEqual([
      "/2019/old.html was published on 2026-06-01 and now leads nowhere.",
    ]);
  });

  test("refuses a draft with an old date, unless --keep-day or --on decides", async () => {
    const old = draft.replace("2026-06-01", "2019-05-06");
    const root = makeContent([["articles/a-draft.md", old]]);
    const { code, err } = await runHere(root, "publish", ["a-draft"]);
    expect(code).toBe(2);
    expect(err).toBe(
      "src/content/articles/a-draft.md has the date 2019-05-06, which has passed.\nWrite --keep-day if it was published then, or --on 2026-06-15 to publish it now.\n",
    );
    expect(readContentFile(root, "articles/a-draft.md")).toBe(old);
    await runHere(root, "publish", ["a-draft", "--keep-day"]);
    expect(readContentFile(root, "articles/a-draft.md")).toBe(
      old.replace("draft: true", "draft: false"),
    );
    expect(recordOf(root)).toBe(`{\n${line("a-draft", "2019-05-06")}\n}\n`);
  });

  test("keeps the date of an article with an alias or a feed id, which was published elsewhere before", async () => {
    const was = { pubDate: "2019-05-06", draft: true };
    const root = makeContent([
      ["articles/one.md", anArticleFile({ ...was, aliases: ["/one.html"] })],
      ["articles/two.md", anArticleFile({ ...was, id: "tag:old.example:2" })],
    ]);
    const { code, err } = await runHere(root, "publish", ["one", "two"]);
    expect(code, err).toBe(0);
    expect(recordOf(root).match(/"published": "2019-05-06"/g)).toHaveLength(3);
  });

  test("keeps a future date in a draft", async () => {
    const later = draft.replace("2026-06-01", "2026-12-24");
    const root = makeContent([["articles/a-draft.md", later]]);
    const { out } = await runHere(root, "publish", ["a-draft"]);
    expect(out).toContain("Next: npm run build, on 2026-12-24 or later");
    expect(readContentFile(root, "articles/a-draft.md")).toBe(
      later.replace("draft: true", "draft: false"),
    );
    expect(recordOf(root)).toContain(line("a-draft", "2026-12-24"));
  });

  test("changes nothing if check would find an error in one of several articles", async () => {
    const root = makeContent([
      ["articles/a-draft.md", draft],
      [
        "articles/updated-before.md",
        anArticleFile({
          pubDate: "2026-06-01",
          updatedDate: "2026-06-03",
          draft: true,
        }),
      ],
    ]);
    const { code, err } = await runHere(root, "publish", [
      "a-draft",
      "updated-before",
    ]);
    expect(code).toBe(1);
    expect(err).toContain("src/content/articles/updated-before.md");
    expect(err).toContain("Nothing was changed.");
    expect(readContentFile(root, "articles/a-draft.md")).toBe(draft);
    expect(() => recordOf(root)).toThrow();
  });

  test("refuses a new draft until its TODOs are done", async () => {
    const root = makeContent([["articles/first.md", anArticleFile()]]);
    await runHere(root, "new", ["Fresh", "--category=work"]);
    const { code, err } = await runHere(root, "publish", ["fresh"]);
    expect(code).toBe(1);
    expect(err).toContain("src/content/articles/fresh.md:3:14  description");
  });

  test("an article that is published again keeps its first date, and is no longer marked as withdrawn", async () => {
    const root = makeContent([
      [
        "articles/back.md",
        anArticleFile({ draft: true, pubDate: "2026-06-01" }),
      ],
      [
        "published.json",
        `{\n${line("back", "2026-03-04", ', "retired": "2026-05-06", "reason": "Wrong."')}\n}\n`,
      ],
    ]);
    const { err } = await runHere(root, "publish", [
      "back",
      "--on",
      "2026-06-20",
    ]);
    expect(err).toContain("was published on 2026-03-04");
    const { code } = await runHere(root, "publish", ["back"]);
    expect(code).toBe(0);
    expect(readContentFile(root, "articles/back.md")).toContain(
      "pubDate: 2026-03-04\n",
    );
    expect(recordOf(root)).toBe(`{\n${line("back", "2026-03-04")}\n}\n`);
  });

  test("--unrecorded records every published article and changes none", async () => {
    const root = makeContent([
      ["articles/out.md", anArticleFile({ id: "tag:example.org,2019:out" })],
      ["articles/later.md", anArticleFile({ pubDate: "2026-12-01" })],
      ["articles/a-draft.md", draft],
    ]);
    const before = readContentFile(root, "articles/out.md");
    await runHere(root, "publish", ["--unrecorded"]);
    expect(recordOf(root)).toBe(
      `{\n${line("later", "2026-12-01")},\n${line("out", "2026-01-02").replace(id("out"), "tag:example.org,2019:out")}\n}\n`,
    );
    expect(readContentFile(root, "articles/out.md")).toBe(before);
    const again = await runHere(root, "publish", ["--unrecorded"]);
    expect(again.out).toContain("Every page is already recorded.");
  });

  test("refuses to record another id for a known address", async () => {
    const root = makeContent([
      [
        "articles/new-name.md",
        anArticleFile({ aliases: ["/articles/old-name/"] }),
      ],
      ["published.json", `{\n${line("old-name", "2026-01-02")}\n}\n`],
    ]);
    const { code, err } = await runHere(root, "publish", ["new-name"]);
    expect(code).toBe(1);
    expect(err).toContain(`Write id: ${id("old-name")}`);
  });

  test.each([
    [[], 2, "Drafts: a-draft."],
    [
      ["a-draft", "--on", "01/12/2026"],
      2,
      "Write 2026-01-12 for 12 January 2026, or 2026-12-01 for",
    ],
    [
      ["a-draft", "--on", "2026-02-31"],
      2,
      "2026-02-31 is not a day in the calendar.",
    ],
    [["a-darft"], 1, 'There is no article "a-darft". Did you mean "a-draft"?'],
  ])(
    "called with %j it exits with %i and says why",
    async (args, code, words) => {
      const root = makeContent([["articles/a-draft.md", draft]]);
      const result = await runHere(root, "publish", args);
      expect(result.err).toContain(words);
      expect(result.code).toBe(code);
      expect(readContentFile(root, "articles/a-draft.md")).toBe(draft);
    },
  );

  test.each([
    ["publish", ["a-draft"], ["? draft", ": true"]],
    ["publish", ["a-draft"], ["updatedDate: *day", "draft: true"]],
    ["unpublish", ["a-draft"], ["? draft", ": false"]],
    ["rename", ["a-draft", "other"], ["aliases: &old [/old/]", "tags: *old"]],
  ])(
    "%s refuses front matter that can only be changed by hand",
    async (command, args, lines) => {
      const odd = `---\ntitle: A title\ndescription: What a reader of this article will know afterwards.\npubDate: &day 2026-06-01\ncategory: work\n${lines.join("\n")}\n---\n\nA text.\n`;
      const root = makeContent([["articles/a-draft.md", odd]]);
      const { code, err } = await runHere(root, command, args);
      expect(err).toContain(
        "The front matter of src/content/articles/a-draft.md can only be changed by hand.",
      );
      expect(err).not.toMatch(/\bat .*:\d+:\d+/);
      expect(code).toBe(1);
      expect(readContentFile(root, "articles/a-draft.md")).toBe(odd);
    },
  );

  test("does not overwrite a record that it cannot read", async () => {
    const broken = "<<<<<<< ours\n{}\n";
    const root = makeContent([
      ["articles/a-draft.md", draft],
      ["published.json", broken],
    ]);
    const { code, err } = await runHere(root, "publish", ["a-draft"]);
    expect(code).toBe(1);
    expect(err).toContain("src/content/published.json:1:1");
    expect(recordOf(root)).toBe(broken);
  });
});

describe("unpublish", () => {
  test("makes an article a draft, and its address says when and why it was withdrawn", async () => {
    const root = makeContent([
      ["articles/other.md", anArticleFile({ title: "Other" })],
      ["articles/out.md", anArticleFile({ title: "Out" })],
      [
        "published.json",
        `{\n${line("other", "2026-01-02")},\n${line("out", "2026-01-02")}\n}\n`,
      ],
    ]);
    const { code, out } = await runCommand(root, "unpublish", [
      "out",
      "--reason",
      "The cake is no longer held.",
    ]);
    expect(code).toBe(0);
    expect(out).toBe(`src/content/articles/out.md: draft: true.
src/content/published.json: /articles/out/ now says that the page was withdrawn, and why.
Next: npm run check, which lists the links to it
`);
    expect(readContentFile(root, "articles/out.md")).toContain(
      "\ndraft: true\n",
    );
    expect(recordOf(root)).toContain(
      line(
        "out",
        "2026-01-02",
        ', "retired": "2026-06-15", "reason": "The cake is no longer held."',
      ),
    );
    expect((await checkContent(root)).findings).toEqual([]);
    const again = await runHere(root, "unpublish", ["out"]);
    expect(again).toMatchObject({ code: 0, err: "" });
    expect(again.out).toContain("nothing to change");
  });

  test("removes an address that was never published from the record", async () => {
    const root = makeContent([
      ["articles/later.md", anArticleFile({ pubDate: "2026-12-01" })],
      ["published.json", `{\n${line("later", "2026-12-01")}\n}\n`],
    ]);
    await runHere(root, "unpublish", ["later"]);
    expect(recordOf(root)).toBe("{}\n");
    expect(readContentFile(root, "articles/later.md")).toContain("draft: true");
  });

  test("refuses the former slug of a published article, and names the current one", async () => {
    const record = `{\n${line("new-name", "2026-01-02").replace(id("new-name"), id("old-name"))},\n${line("old-name", "2026-01-02")}\n}\n`;
    const root = makeContent([
      [
        "articles/new-name.md",
        anArticleFile({
          aliases: ["/articles/old-name/"],
          id: id("old-name"),
        }),
      ],
      ["published.json", record],
    ]);
    const { code, err } = await runHere(root, "unpublish", ["old-name"]);
    expect(err).toBe('There is no article "old-name": it is now "new-name".\n');
    expect(code).toBe(1);
    expect(recordOf(root)).toBe(record);
  });

  test("withdraws all addresses of an article whose file was deleted", async () => {
    const root = makeContent([
      ["articles/other.md", anArticleFile({ title: "Other" })],
      [
        "published.json",
        `{\n${line("gone", "2026-01-02").replace(id("gone"), id("first-name"))},\n${line("first-name", "2026-01-02")},\n${line("other", "2026-01-02")}\n}\n`,
      ],
    ]);
    expect((await checkContent(root)).findings).toHaveLength(2);
    const { code } = await runHere(root, "unpublish", ["gone"]);
    expect(code).toBe(0);
    expect((await checkContent(root)).findings).toEqual([]);
  });
});

test("the addresses of own collections are recorded, and kept: each has a page, redirects or says that it was withdrawn", async () => {
  const root = makeContent([
    ...toolContent.map(([path, text]): [string, string] => [
      path,
      text.replace("(/articles/plain-5/)", "(#care)"),
    ]),
    ["published.json", "{}\n"],
  ]);
  const check = async () =>
    (await checkContent(root)).findings
      .filter(({ rule }) => rule.startsWith("article/"))
      .map(({ rule, problem, remedy }) => `${rule}: ${problem} ${remedy}`);
  const missing = await check();
  expect(missing).toHaveLength(2);
  expect(missing[0]).toBe(
    "article/unrecorded: /tools/pan/ and /tools/skillet/ are published but not recorded in src/content/published.json. Run: npm run publish -- --unrecorded",
  );
  await runHere(root, "publish", ["--unrecorded"]);
  expect(await check()).toEqual([]);
  expect(recordOf(root)).toContain(
    `"/tools/pan/": { "id": "tag:saucepan.example,2026:/tools/pan/", "published": "2026-06-15" }`,
  );

  const pot = readContentFile(root, "tools/pot.md");
  writeContent(root, [["tools/casserole.md", pot]]);
  rmSync(join(root, "src/content/tools/pot.md"));
  expect(await check()).toContainEqual(
    "article/gone: /tools/pot/ was published on 2026-06-15 and now leads nowhere. Restore the file, add the address to the aliases of another one, or run: npm run unpublish -- /tools/pot/",
  );
  const aliased = pot.replace(
    "usedWith",
    "aliases:\n  - /tools/pot/\nusedWith",
  );
  writeContent(root, [["tools/casserole.md", aliased]]);
  const pan = readContentFile(root, "tools/pan.md");
  writeContent(root, [["tools/pan.md", pan.replace("skillet/", "casserole/")]]);
  const clash = await runHere(root, "publish", ["--unrecorded"]);
  expect(clash.err).toContain("/tools/casserole/ is already the address of");
  expect(recordOf(root)).not.toContain("casserole");
  writeContent(root, [["tools/pan.md", pan]]);
  const refused = await runHere(root, "unpublish", ["/tools/pot/"]);
  expect(refused.err).toContain("/tools/pot/ still leads to a page.");
  await runHere(root, "publish", ["--unrecorded"]);
  expect(await check()).toEqual([]);

  writeContent(root, [["tools/casserole.md", pot]]);
  await runHere(root, "unpublish", ["/tools/pot"]);
  expect(recordOf(root)).toContain(
    `"/tools/pot/": { "id": "tag:saucepan.example,2026:/tools/pot/", "published": "2026-06-15", "retired": "2026-06-15" }`,
  );
  expect(await check()).toEqual([]);
  writeContent(root, [["tools/pot.md", pot]]);
  expect(await check()).toContainEqual(
    "article/retired: /tools/pot/ was withdrawn on 2026-06-15, and its page says so. Run: npm run publish -- --unrecorded",
  );
  await runHere(root, "publish", ["--unrecorded"]);
  expect(await check()).toEqual([]);
});
