import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { toReport } from "#check/report.ts";
import { words } from "#check/rules.ts";
import { checkSpelling, listTexts } from "#check/spelling.ts";
import { now } from "../../support/site-content.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { toolContent } from "../../support/tools.ts";
import {
  addSpelling,
  makeContent,
  readFixture,
  writeContent,
} from "../../support/fixture.ts";

beforeAll(() => void vi.stubEnv("BUILD_NOW", now));
afterAll(() => void vi.unstubAllEnvs());

const folder = join(import.meta.dirname, "../../fixtures/broken");

describe("each broken fixture gets exactly the report in it", () => {
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
      name.startsWith("text-")
        ? [(content) => checkSpelling(root, listTexts(content))]
        : [],
    );
    expect(toReport(findings)).toBe(expected);
  });
});

test("an author or call to action in src/site.ts that does not exist is reported", async () => {
  const root = makeContent([
    ["articles/one.md", anArticleFile()],
    ["authors/saucepot.md", "---\nname: Saucepot\n---\n"],
  ]);
  rmSync(join(root, "src/content/authors/saucepan.md"));
  rmSync(join(root, "src/content/calls-to-action/feed.md"));
  const { findings } = await checkContent(root);
  expect(findings).toMatchObject([
    {
      file: "src/site.ts",
      field: "author",
      problem: 'There is no author "saucepan". Did you mean "saucepot"?',
      remedy: "Add src/content/authors/saucepan.md, or name another one.",
      rule: "site/default",
      frame: expect.stringContaining('author: "saucepan",'),
    },
    {
      file: "src/site.ts",
      field: "callToAction",
      problem: 'There is no call to action "feed".',
      rule: "site/default",
      frame: expect.stringContaining('callToAction: "feed",'),
    },
  ]);
});

test("pages of the publication's own that have no route are reported", async () => {
  const root = makeContent(toolContent);
  expect((await checkContent(root)).findings).toMatchObject([
    { rule: "content/link" },
  ]);
  rmSync(join(root, "src/pages"), { recursive: true });
  const { findings } = await checkContent(root);
  expect(
    findings.map(({ file, field, problem }) => [file, field, problem]),
  ).toEqual([
    [
      "src/collections.ts",
      "tools.address",
      "No route in src/pages has the address /tools/pan/.",
    ],
    ["src/content/tools/pan.md", undefined, expect.any(String)],
    [
      "src/site.ts",
      "ownPages[1].address",
      "No route in src/pages has the address /tools/.",
    ],
  ]);
});

test("an entry whose address a page or a file already has is reported", async () => {
  const root = makeContent([
    ...toolContent,
    ["../pages/tools/pot.astro", "<p>Another pot</p>\n"],
    ["../../public/tools/pan/index.html", "<p>Another pan</p>\n"],
  ]);
  const { findings } = await checkContent(root);
  expect(
    findings
      .filter(({ rule }) => rule === "article/address")
      .map(({ file, problem }) => `${file}: ${problem}`),
  ).toEqual([
    "src/content/tools/pan.md: /tools/pan/ is already the address of public/tools/pan/index.html.",
    "src/content/tools/pot.md: /tools/pot/ is already the address of src/pages/tools/pot.astro.",
  ]);
});

test("a site may have no articles yet; deleted published articles are reported", async () => {
  const root = makeContent([]);
  expect((await checkContent(root)).findings).toEqual([]);
  writeContent(root, [
    [
      "published.json",
      '{\n  "/articles/one/": { "id": "tag:saucepan.example,2026:/articles/one/", "published": "2026-01-02" }\n}\n',
    ],
  ]);
  const { findings } = await checkContent(root);
  expect(findings.map(({ rule }) => rule)).toEqual(["article/gone"]);
});

test("an unreadable record is a finding, not an empty record", async () => {
  const root = makeContent([["articles/one.md", anArticleFile()]]);
  mkdirSync(join(root, "src/content/published.json"));
  const { findings } = await checkContent(root);
  expect(findings.map(({ file, rule }) => `${file} ${rule}`)).toContain(
    "src/content/published.json content/unreadable",
  );
});

test("every rule has a fixture, except those that need more than a text file", () => {
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
    "content/unreadable",
    "content/encoding",
    "site/setting",
    "site/unknown",
    "site/default",
    "site/page",
    "site/ads",
    "site/contact",
    "site/security",
  ]);
});
