import { beforeAll, expect, test } from "vitest";
import { findArticles, type Pagefind } from "#browser/find-articles.ts";
import { toExcerpt } from "#search/excerpt.ts";
import { fromIndexed } from "#search/index-words.ts";
import { openIndex } from "../../support/search-index.ts";

const texts = {
  aws: "<p>The AWS trip takes an hour. AWS’s trip cost is fair.</p>",
  away: "<p>They went away, awkward and awed.</p>",
  preserve: "<h2>The preserve</h2><p>One preserve, in 2026.</p>",
  preserves: "<p>All preserves are framed; the cost is low.</p>",
  present: "<p>It is present that an tripod is near.</p>",
  kubernetes: "<p>Kubernetes (k8s) runs on GitHub Actions and Node.js.</p>",
  saas: "<p>SaaS, IOPS and many APIs.</p>",
  cpp: "<p>Written in C++ and C#, never in plain C. Or in .NET.</p>",
  straße: "<p>Die Straße am Fluß heißt „Hauptstraße“.</p>",
  café: "<p>A naïve café—small—in Øre, by æsir, for Søren.</p>",
  tokyo: "<p>GPTは東京都の認証機関です。</p>",
  basis: "<p>The basis is not basic, but a basis.</p>",
  backtick: "<p>Run `git-status` or `git`.</p>",
  letters: "<p>Don’t say l’alphabet, it's an alphabet.</p>",
  hours: "<p>The license, the news and its keys.</p>",
};

let pagefind: Pagefind;
beforeAll(async () => {
  pagefind = await openIndex(texts);
});

/** What readers see of each article that is found, the best first. */
const find = async (q: string) =>
  Promise.all(
    (await findArticles(pagefind, q, { filters: {} }, "en-GB")).map(
      async ({ data, matches }) => {
        const { content, meta } = await data();
        return {
          title: fromIndexed(meta.title),
          excerpt: toExcerpt(content, matches),
        };
      },
    ),
  );

test.each([
  ["aws", ["aws"]],
  ["AWS", ["aws"]],
  ["pres", ["preserve", "preserves", "present"]],
  ["preserves", ["preserve", "preserves"]],
  ["preserve", ["preserve", "preserves"]],
  ["kubernetes", ["kubernetes"]],
  ["k8s", ["kubernetes"]],
  ["c++", ["cpp"]],
  ["c#", ["cpp"]],
  [".net", ["cpp"]],
  ["trip cost", ["aws"]],
  ["認証", ["tokyo"]],
  ["東京", ["tokyo"]],
  ["機関", ["tokyo"]],
  ["関", ["tokyo"]],
  ["京", ["tokyo"]],
  ["認証東京", ["tokyo"]],
  ["GPTは", ["tokyo"]],
  ["東都", []],
  ["Straße", ["straße"]],
  ["strasse", ["straße"]],
  ["hauptstrasse", ["straße"]],
  ["fluss", ["straße"]],
  ["café", ["café"]],
  ["cafe", ["café"]],
  ["small", ["café"]],
  ["net", ["cpp"]],
  ["don't", ["letters"]],
  ["l’alphabet", ["letters"]],
  ["AWS's trip", ["aws"]],
  ['"trip cost"', ["aws"]],
  ['"cost fair"', ["aws"]],
  ["“an hour” cost", ["aws"]],
  ['"GitHub Actions', ["kubernetes"]],
  ['"on GitHub Actions"', ["kubernetes"]],
  ['"the preserve"', ["preserve"]],
  ["status", ["backtick"]],
  ["naive", ["café"]],
  ["naïve", ["café"]],
  ["Øre", ["café"]],
  ["ore", ["café"]],
  ["æsir", ["café"]],
  ["aesir", ["café"]],
  ["soeren", ["café"]],
  ["saas", ["saas"]],
  ["iops", ["saas"]],
  ["api", ["saas"]],
  ["github", ["kubernetes"]],
  ["hub act", ["kubernetes"]],
  ["node.js", ["kubernetes"]],
  ["key", ["hours"]],
  ["licensing", ["hours"]],
  ["2026", ["preserve"]],
  ["aardvark", []],
  ["orchid", []],
])("%s finds %j", async (q, titles) => {
  const found = await find(q);
  expect(found.map(({ title }) => title).sort()).toEqual([...titles].sort());
});

test("an article with the word in its title comes first", async () => {
  expect((await find("preserve")).map(({ title }) => title)).toEqual([
    "preserve",
    "preserves",
  ]);
});

test.each([
  [
    "aws",
    ["The ", "AWS", " trip takes an hour. ", "AWS’s", " trip cost is fair."],
  ],
  ["strasse", ["Die ", "Straße", " am Fluß heißt „Hauptstraße“."]],
  ["認証", ["GPTは東京都の", "認証", "機関です。"]],
  ["機関です", ["GPTは東京都の認証", "機関です", "。"]],
  ["c++", ["Written in ", "C++", " and C#, never in plain C. Or in .NET."]],
  ["basis", ["The ", "basis", " is not basic, but a ", "basis", "."]],
  ["basis", ["The ", "basis", " is not basic, but a ", "basis", "."]],
  [".net", ["Written in C++ and C#, never in plain C. Or in ", ".NET", "."]],
])("%s is marked in the text as written", async (q, excerpt) => {
  const [found] = await find(q);
  expect(found?.excerpt).toEqual(excerpt);
});
