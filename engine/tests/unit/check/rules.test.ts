import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { toReport } from "#check/report.ts";
import { words } from "#check/rules.ts";
import { checkSpelling } from "#check/spelling.ts";
import { now } from "../../support/site-content.ts";
import { anArticleFile } from "../../support/an-article.ts";
import {
  addSpelling,
  ground,
  makeContent,
  makeFolder,
  readFixture,
  writeContent,
} from "../../support/fixture.ts";

process.env.BUILD_NOW = now;

const folder = join(import.meta.dirname, "../../fixtures/broken");

describe("each broken fixture gets exactly the words beside it", () => {
  test.each(readdirSync(folder))("%s", async (name) => {
    const { files, expected } = readFixture(join(folder, name));
    const root = makeContent(files);
    addSpelling(root);
    const { findings } = await checkContent(
      root,
      undefined,
      undefined,
      undefined,
      // Only what is about spelling waits for a dictionary.
      name.startsWith("text-") ? [checkSpelling] : [],
    );
    expect(toReport(findings)).toBe(expected);
  });
});

test("the author and the call to action of the whole site are there", async () => {
  const root = makeFolder();
  writeContent(root, [
    ...ground.filter(([path]) => path.startsWith("categories/")),
    ["articles/one.md", anArticleFile()],
  ]);
  const { findings } = await checkContent(root);
  expect(toReport(findings)).toBe(`src/site.ts:1:1
  There is no author "saucepan".
  Add src/content/authors/saucepan.md, or name another one.     [site/default]

src/site.ts:1:1
  There is no call to action "feed".
  Add src/content/calls-to-action/feed.md, or name another one. [site/default]

2 problems in 1 file.`);
});

test("a site whose articles are gone is not built over the good one", async () => {
  const root = makeFolder();
  writeContent(root, ground);
  const { findings } = await checkContent(root);
  expect(findings.map(({ rule }) => rule)).toEqual(["content/no-articles"]);
});

test("a record that cannot be read is no empty one", async () => {
  const root = makeContent([["articles/one.md", anArticleFile()]]);
  mkdirSync(join(root, "src/content/published.json"));
  const { findings } = await checkContent(root);
  expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toContain(
    "src/content/published.json content/unreadable",
  );
});

test("every rule is broken by a fixture, so that its words are held; a few need more than a text file", () => {
  const broken = new Set(
    readdirSync(folder).flatMap((name) =>
      [
        ...readFixture(join(folder, name)).expected.matchAll(
          /\[([a-z-]+\/[a-z-]+)\](?: warning| reminder)?$/gm,
        ),
      ].map(([, rule]) => rule),
    ),
  );
  const unbroken = words
    .map(({ name }) => name)
    .filter((name) => !broken.has(name));
  expect(unbroken).toEqual([
    "content/no-articles",
    "content/unreadable",
    "content/encoding",
    "site/default",
    "site/security",
    "site/address",
  ]);
});
