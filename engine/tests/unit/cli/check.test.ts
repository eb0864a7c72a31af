import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { anArticleFile } from "../../support/an-article.ts";
import { toEnvironment } from "../../support/environment.ts";
import { addSpelling, makeContent } from "../../support/fixture.ts";
import { runCommand, runHere } from "../../support/run-command.ts";
import { changeSettings } from "../../support/settings.ts";

const bin = join(import.meta.dirname, "../../../bin.js");
const article = "src/content/articles/first.md";

const check = (
  root: string,
  flags: string[] = [],
  env: Record<string, string> = {},
) => runHere(root, "check", flags, env);

/** Ten mistakes of ten kinds, with other content around them. */
const tenMistakes = `---
# What it is about
title: Bowl   # short on purpose
description: What a reader of this article will know afterwards.
pubdate: 3 February 2026
updatedDate: 01/02/2026
category: wrok
tags: [Dinner Change, baking]
draft: yes
---

# Bowl

A [link](/articles/nowhere/) and ![A bowl](./gone.png).

<iframe src="https://example.org/"></iframe>

\`\`\`js
open
`;

test("ten different problems are reported in one run, each with its line, column and remedy", async () => {
  const root = makeContent([["articles/first.md", tenMistakes]]);
  const { code, err } = await runCommand(root, "check");
  expect(code).toBe(1);
  const told = [
    ...err.matchAll(/^(src\/\S+)(?:  \S+)?\n  (.+)\n  (.+?)\s+\[(.+)\]/gm),
  ].map(([, place, , remedy, rule]) => {
    expect(remedy).toBeTruthy();
    return `${(place as string).slice(article.length + 1)} ${rule}`;
  });
  expect(told).toEqual(
    expect.arrayContaining([
      "5:1 article/unknown-field",
      "6:14 article/date",
      "7:11 article/reference",
      "8:8 article/tags",
      "9:8 article/draft",
      "12:1 content/heading-one",
      "14:3 content/link",
      "14:34 article/picture",
      "16:1 content/html",
      "18:1 content/unclosed-html",
    ]),
  );
  expect(err).toContain("    9 | draft: yes\n      |        ^");
});

describe("--fix", () => {
  test("fixes what it can and changes no other byte", async () => {
    const root = makeContent([["articles/first.md", tenMistakes]]);
    const { code, out, err } = await check(root, ["--fix"]);
    expect(readFileSync(join(root, article), "utf8")).toBe(
      tenMistakes
        .replace("pubdate: 3 February 2026", "pubDate: 2026-02-03")
        .replace("Dinner Change", "dinner-change"),
    );
    expect(out).toContain(`${article}:5:1
  pubdate is now pubDate.                                       [article/unknown-field]`);
    expect(out).toContain("Fixed: 3 problems.");
    // Findings that it cannot fix are still reported.
    expect(err).toContain("Write 2026-01-02 for 2 January 2026, or 2026-02-01");
    expect(code).toBe(1);
  });

  test("fixes nothing the second time", async () => {
    const root = makeContent([["articles/first.md", tenMistakes]]);
    await check(root, ["--fix"]);
    const once = readFileSync(join(root, article), "utf8");
    expect((await check(root, ["--fix"])).out).toContain("Fixed: 0 problems.");
    expect(readFileSync(join(root, article), "utf8")).toBe(once);
  });

  test("leaves values that are ambiguous", async () => {
    const unsure = anArticleFile({
      pubDate: "01/02/2026",
      tags: ["baking", "Baking"],
    });
    const root = makeContent([["articles/first.md", unsure]]);
    await check(root, ["--fix"]);
    expect(readFileSync(join(root, article), "utf8")).toBe(unsure);
  });
});

test("warnings pass, but fail with --strict", async () => {
  const root = makeContent([
    ["articles/first.md", anArticleFile({ description: "Short." })],
  ]);
  const usual = await check(root);
  expect(usual.code).toBe(0);
  expect(usual.err).toContain("[style/description] warning");
  expect(usual.err).toContain("1 warning in 1 article.");
  expect((await check(root, ["--strict"])).code).toBe(1);
});

test("reminders never fail, not even with --strict", async () => {
  const root = makeContent([
    ["articles/first.md", anArticleFile({ reviewBy: "2026-01-03" })],
  ]);
  const { code, err } = await check(root, ["--strict"]);
  expect(code).toBe(0);
  expect(err).toContain("[article/review-due] reminder");
  expect(err).toContain("1 reminder in 1 article.");
  expect(JSON.parse((await check(root, ["--json"])).out)).toMatchObject({
    problems: 0,
    warnings: 0,
    reminders: 1,
  });
  expect((await check(root, [], { GITHUB_ACTIONS: "true" })).out).toContain(
    `::notice file=${article},line=6,col=11,title=reviewBy · article/review-due::`,
  );
});

test("spelling is checked in the language of cspell.json, and only if there is one", async () => {
  const root = makeContent([
    ["articles/first.md", anArticleFile({}, "The colour of a color.\n")],
  ]);
  const findWords = async () => {
    const { err } = await runCommand(root, "check");
    return [...err.matchAll(/"(\w+)" is in no dictionary/g)].map(
      ([, word]) => word,
    );
  };
  expect(await findWords()).toEqual([]);
  addSpelling(root);
  const file = join(root, "cspell.json");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace("{", '{"language":"en-US",'),
  );
  expect(await findWords()).toEqual(["colour"]);
});

test("misspellings are reported like any other warning, in every format and for chosen files", async () => {
  const root = makeContent([
    ["articles/first.md", anArticleFile({}, "We recieve it.\n")],
    ["articles/second.md", anArticleFile({}, "We organize it.\n")],
  ]);
  addSpelling(root);
  const usual = await check(root);
  expect(usual.code).toBe(0);
  expect(usual.err).toContain(`${article}:8:4
  "recieve" is in no dictionary of this publication.
  Correct it, or add it to docs/words.txt.                      [text/spelling] warning

    8 | We recieve it.
      |    ^`);
  expect(usual.err).toContain("2 warnings in 2 articles.");
  expect((await check(root, ["--strict"])).code).toBe(1);
  const second = await check(root, ["src/content/articles/second.md"]);
  expect(second.err).toContain("[text/house-spelling] warning");
  expect(second.err).toContain("1 warning in 1 article.");
  expect(JSON.parse((await check(root, ["--json"])).out)).toMatchObject({
    warnings: 2,
    findings: [{ rule: "text/spelling", line: 8, column: 4 }, {}],
  });
  expect((await check(root, [], { GITHUB_ACTIONS: "true" })).out).toContain(
    `::warning file=${article},line=8,col=4,title=text/spelling::`,
  );
  writeFileSync(join(root, "docs/words.txt"), "recieve\n");
  expect((await check(root, [article])).out).toContain("no problems");
});

test("--json prints only JSON", async () => {
  const root = makeContent([["articles/first.md", tenMistakes]]);
  const { code, out } = await check(root, ["--json"]);
  const { problems, findings } = JSON.parse(out) as {
    problems: number;
    findings: Record<string, unknown>[];
  };
  expect(code).toBe(1);
  expect(problems).toBe(10);
  expect(findings[0]).toMatchObject({
    file: article,
    line: 5,
    column: 1,
    field: "pubdate",
    rule: "article/unknown-field",
    severity: "error",
  });
});

test("in GitHub Actions every finding is an annotation on its line", async () => {
  const root = makeContent([
    ["articles/first.md", anArticleFile({ title: "100%: a, b\nc" })],
  ]);
  const { out } = await check(root, [], { GITHUB_ACTIONS: "true" });
  expect(out).toContain(
    `::error file=${article},line=2,col=8,title=title · article/title::It has more than one paragraph.%0A`,
  );
  expect((await check(root)).out).not.toContain("::error");
});

test("with files or folders it reports only on those", async () => {
  const root = makeContent([
    ["articles/first.md", tenMistakes],
    ["articles/second.md", anArticleFile({ draft: "yes" })],
    ["articles/third.md", anArticleFile()],
  ]);
  const second = await check(root, ["src/content/articles/second.md"]);
  expect(second.err).toContain("1 problem in 1 article.");
  const third = await check(root, ["src/content/articles/third.md"]);
  expect(third.code).toBe(0);
  expect(third.out).toContain("1 article and 0 other texts: no problems.");
  expect((await check(root, ["./src/content/articles/"])).err).toContain(
    "in 2 articles.",
  );
});

test("a file or a folder that is not checked is wrong usage; src/site.ts and the theme are checked", async () => {
  const root = makeContent([["articles/first.md", anArticleFile()]]);
  writeFileSync(join(root, "README.md"), "");
  const { code, err } = await check(root, ["README.md"]);
  expect(code).toBe(2);
  expect(err).toContain(
    "README.md is not checked: name a file or folder of src/ or public/.",
  );
  expect((await check(root, ["src/content/published.json"])).code).toBe(2);
  writeFileSync(join(root, "src/content/published.json"), "{}\n");
  for (const file of ["src/content/published.json", "src/site.ts", "src"])
    expect((await check(root, [file])).code).toBe(0);
  changeSettings(root, { callToAction: "fee" });
  expect((await check(root, ["src/site.ts"])).err).toContain(
    'There is no call to action "fee".',
  );
});

test.each([["--frob"], ["src/content/nowhere.md"], ["--watch", "--json"]])(
  "%s is wrong usage",
  async (...flags) => {
    const { code, err } = await check(makeContent([]), flags);
    expect(code).toBe(2);
    expect(err).toContain("npm run check -- ");
  },
);

test("--watch checks again when a file is saved", async () => {
  const root = makeContent([["articles/first.md", anArticleFile()]]);
  const watching = spawn(process.execPath, [bin, "check", "--watch"], {
    cwd: root,
    env: toEnvironment("production"),
  });
  let printed = "";
  const until = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => printed.includes(words) && resolve();
      watching.stdout.on("data", look);
      watching.stderr.on("data", look);
      watching.on("exit", () => reject(new Error(printed)));
      look();
    });
  const read = (chunk: Buffer) => void (printed += chunk.toString());
  watching.stdout.on("data", read);
  watching.stderr.on("data", read);
  try {
    await until("Watching src");
    expect(printed).toContain("no problems");
    writeFileSync(join(root, article), anArticleFile({ draft: "yes" }));
    await until('"yes" is not true or false.');
    changeSettings(root, { callToAction: "fee" });
    await until('There is no call to action "fee".');
    changeSettings(root, {});
    printed = "";
    writeFileSync(join(root, article), anArticleFile());
    await until("no problems");
  } finally {
    watching.kill();
  }
});

test("the spelling of more than 100 drafts waits until they are named, and a reminder says so", async () => {
  const draft = (index: number): [string, string] => [
    `articles/draft-${index}.md`,
    anArticleFile({ title: `Draft ${index}`, draft: true }, "We recieve it.\n"),
  ];
  const root = makeContent([
    ["articles/first.md", anArticleFile({}, "We recieve it.\n")],
    ...Array.from({ length: 100 }, (_, index) => draft(index)),
  ]);
  addSpelling(root);
  const findSpelling = async (flags: string[] = []) => {
    const { findings } = JSON.parse(
      (await check(root, ["--json", ...flags])).out,
    ) as { findings: { file: string; rule: string; severity: string }[] };
    return findings.filter(({ rule }) => rule === "text/spelling");
  };
  expect(await findSpelling()).toHaveLength(101);
  writeFileSync(join(root, "src/content", draft(100)[0]), draft(100)[1]);
  expect(await findSpelling()).toMatchObject([
    {
      file: "cspell.json",
      severity: "reminder",
      problem: "The spelling of 101 drafts was not checked.",
    },
    { file: article },
  ]);
  const named = `src/content/${draft(7)[0]}`;
  expect(await findSpelling([named])).toMatchObject([{ file: named }]);
});
