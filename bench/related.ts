import {
  compareArticles,
  toArticle,
  type Article,
  type Names,
} from "gatepost/model/article.ts";
import { articleSchema, pathOnly } from "gatepost/model/schema.ts";
import { toRelated } from "gatepost/model/related.ts";
import { toTerms } from "gatepost/model/terms.ts";
import { toRandom } from "./corpus.ts";

/**
 * How long it takes to find related articles, and how often one is looked at for another: for 1,000 and 10,000 articles
 * of 900 words each, whose words are as unequal as those of a language: `npm run bench:related`, or with sizes.
 */
const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(1000, 10_000);

const topic = (slug: string) => ({
  slug,
  address: `/${slug}/`,
  title: slug,
  description: slug,
});
const named = <T>(name: string, toOne: (slug: string) => T) =>
  new Map([[name, toOne(name)]]);
const categories = ["a", "b", "c", "d", "e"];
const names: Names = {
  categories: new Map(
    categories.map((slug) => [slug, { ...topic(slug), hue: 0, order: 0 }]),
  ),
  tags: new Map(),
  authors: named("gatepost", topic),
  series: new Map(),
  "calls-to-action": named("feed", (slug) => ({
    heading: slug,
    text: slug,
    link: slug,
    label: slug,
  })),
};

/** Of two million words the nth is said 1/n as often as the first: Zipf's law, near enough. */
const toWord = (random: () => number): string =>
  `w${Math.floor(Math.exp(random() * Math.log(2_000_000))).toString(36)}x`;

function anArticle(number: number): Article {
  const random = toRandom(number + 1);
  const counts = new Map<string, number>();
  for (let said = 0; said < 900; said++) {
    const word = toWord(random);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const some = (howMany: number) =>
    Array.from({ length: howMany }, () => toWord(random)).join(" ");
  const { cover: _, ...data } = articleSchema(pathOnly).parse({
    title: some(8),
    description: some(20),
    pubDate: new Date(Date.UTC(2016, 0, 1) + number * 3e7).toISOString(),
    category: categories[Math.floor(random() * 5)],
    tags: [
      ...new Set(
        Array.from(
          { length: 3 },
          () => `tag-${Math.floor(40 * random() ** 3)}`,
        ),
      ),
    ],
  });
  const body = {
    file: `${number}.md`,
    format: "md" as const,
    words: 900,
    terms: toTerms(counts),
    diagnostics: [],
    pictures: [],
    callsToAction: [],
  };
  return toArticle(
    `article-${number}`,
    { ...data, body },
    names,
    new Date("2027-01-01"),
  );
}

let first: { articles: number; seconds: number; looks: number } | undefined;
for (const size of sizes) {
  const articles = Array.from({ length: size }, (_, number) =>
    anArticle(number),
  ).sort(compareArticles);
  const tally = { looks: 0 };
  const began = performance.now();
  const related = toRelated(articles, tally);
  const seconds = (performance.now() - began) / 1000;
  const isFull = [...related.values()].every(({ length }) => length === 3);
  first ??= { articles: size, seconds, looks: tally.looks };
  console.log(
    `related ${String(size).padStart(6)} articles  ${seconds.toFixed(2).padStart(6)} s  ×${(seconds / first.seconds).toFixed(1)}  ${(tally.looks / size).toFixed(0)} looks an article, ×${(tally.looks / first.looks).toFixed(1)} in all for ×${(size / first.articles).toFixed(0)}${isFull ? "" : "  (some have fewer than three)"}`,
  );
}
