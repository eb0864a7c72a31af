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
  wide: "<p>ＡＺＵＲＥ と Ｗｅｂ の話。ｶﾅ、ｶﾞｽと１２。</p>",
  squared: "<p>Area x² in µm, ﬂuﬃer, 10㎡ of Saucepan™.</p>",
  thai: "<p>น้ำทำ</p>",
  brien: "<p>O’Brien can’t pay 1,000 for COVID‑19 or COVID-19 tests.</p>",
  nord: "<p>Weißbier-Straße, GCPKey, vpcKey and RDS-based.</p>",
  snake:
    "<p>Call foo_bar once in the U.S. today: lib.read_csv() or lib.eks_id.</p>",
  plus: "<p>Security+, then A+, CASP+ and PenTest+.</p>",
  secure: "<p>Security, security: more security. Grade A for CASP.</p>",
  kebab: "<p>Call foo-bar-baz and foo-bar-baz: foo-bar.</p>",
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
  ["Security+", ["plus"]],
  ["security+ casp+", ["plus"]],
  ["A+", ["plus"]],
  ["pentest+", ["plus"]],
  ["security", ["secure", "plus"]],
  ["casp", ["secure", "plus"]],
  ["pentest", ["plus"]],
  ["test", ["brien", "plus"]],
  ['"security+ then"', ["plus"]],
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
  ["Straße", ["straße", "nord"]],
  ["strasse", ["straße", "nord"]],
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
  ["key", ["hours", "nord"]],
  ["licensing", ["hours"]],
  ["2026", ["preserve"]],
  ...[
    "ＡＺＵＲＥ",
    "azure",
    "web",
    "Ｗｅｂ",
    "ｶﾅ",
    "カナ",
    "ガス",
    "ｶﾞｽ",
    "12",
  ].map((q): [string, string[]] => [q, ["wide"]]),
  ...[
    "x²",
    "x2",
    "μm",
    "fluffier",
    "10㎡",
    "10m2",
    "saucepan",
    "Saucepan™",
  ].map((q): [string, string[]] => [q, ["squared"]]),
  ["น้ำ", ["thai"]],
  ["ทำ", ["thai"]],
  ...[
    ...["obrien", "O'Brien", "brien", "cant", "can't", "1000", "1,000"],
    ...["covid19", "COVID-19", "covid", "19"],
    ...['"covid-19 tests"', '"O’Brien can’t"'],
  ].map((q): [string, string[]] => [q, ["brien"]]),
  ["weissbier", ["nord"]],
  ...["gcp", "GCPKey", "vpc", "vpckey", "rds", "rdsbased"].map(
    (q): [string, string[]] => [q, ["nord"]],
  ),
  ["it", ["letters", "present", "hours"]],
  ["foo_bar", ["snake"]],
  ["foo_b", ["snake", "kebab"]],
  ["read_csv", ["snake"]],
  ["eks_id", ["snake"]],
  ["_", []],
  ["foo_baz", ["kebab"]],
  ["u.s.", ["snake"]],
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
  ["security+", ["", "Security+", ", then A+, CASP+ and PenTest+."]],
  [".net", ["Written in C++ and C#, never in plain C. Or in ", ".NET", "."]],
  ["gptは", ["", "GPTは", "東京都の認証機関です。"]],
  [
    "foo_bar",
    [
      "Call ",
      "foo_bar",
      " once in the U.S. today: lib.read_csv() or lib.eks_id.",
    ],
  ],
  [
    "brien",
    ["O’", "Brien", " can’t pay 1,000 for COVID‑19 or COVID-19 tests."],
  ],
  [
    "obrien",
    ["", "O’Brien", " can’t pay 1,000 for COVID‑19 or COVID-19 tests."],
  ],
  [
    '"covid-19 tests"',
    ["O’Brien can’t pay 1,000 for COVID‑19 or ", "COVID-19", " ", "tests", "."],
  ],
  [
    "covid",
    ["O’Brien can’t pay 1,000 for ", "COVID", "‑19 or ", "COVID", "-19 tests."],
  ],
  [
    "read_csv",
    [
      "Call foo_bar once in the U.S. today: lib.",
      "read_csv",
      "() or lib.eks_id.",
    ],
  ],
  ["vpc", ["Weißbier-Straße, GCPKey, ", "vpc", "Key and RDS-based."]],
  ["ガス", ["ＡＺＵＲＥ と Ｗｅｂ の話。ｶﾅ、", "ｶﾞｽ", "と１２。"]],
  ["ｗｅｂ", ["ＡＺＵＲＥ と ", "Ｗｅｂ", " の話。ｶﾅ、ｶﾞｽと１２。"]],
  [
    "U.S.",
    [
      "Call foo_bar once in the ",
      "U.S",
      ". today: lib.read_csv() or lib.eks_id.",
    ],
  ],
])("%s is marked in the text as written", async (q, excerpt) => {
  const [found] = await find(q);
  expect(found?.excerpt).toEqual(excerpt);
});

test("results for a short beginning are found behind those for its stem", async () => {
  const many = await openIndex({
    ...Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [
        `away-${index}`,
        "<p>They went away, away.</p>",
      ]),
    ),
    awsome: "<p>It is awsome, all in all, for anybody who reads.</p>",
  });
  const found = await findArticles(many, "aws", { filters: {} }, "en-GB");
  const titles = await Promise.all(found.map(({ data }) => data()));
  expect(titles.map(({ meta }) => fromIndexed(meta.title))).toEqual(["awsome"]);
});
