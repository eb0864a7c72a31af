import { join } from "node:path";
import { expect, test } from "vitest";
import { readContent, type ContentFile } from "gatepost/files/content.ts";
import { addresses } from "gatepost/urls.ts";

/** Requirements of docs/style.md for our own articles, beyond the rules of `check`. */
const { collections } = await readContent(join(import.meta.dirname, ".."));
const { articles } = collections;

/** The files of the articles that fail a condition. */
const failing = (holds: (article: ContentFile) => boolean): string[] =>
  articles.filter((article) => !holds(article)).map(({ file }) => file);

test("an article has 700 to 1,400 words", () => {
  expect(
    failing(({ contents: { words } }) => words >= 700 && words <= 1400),
  ).toEqual([]);
});

test("an article has two to four tags", () => {
  expect(
    failing(
      ({ data: { tags } }) =>
        Array.isArray(tags) && tags.length >= 2 && tags.length <= 4,
    ),
  ).toEqual([]);
});

test("an article links to at least two others", () => {
  const known = new Map(articles.map(({ id }) => [addresses.article(id), id]));
  expect(
    failing(({ id, contents: { links } }) => {
      const others = new Set(
        links.flatMap(({ address }) => known.get(address.split("#")[0]!) ?? []),
      );
      others.delete(id);
      return others.size >= 2;
    }),
  ).toEqual([]);
});

test("an article ends with something to do this week", () => {
  expect(
    failing(({ contents: { headings } }) =>
      /^This week\b/.test(headings.at(-1)?.text ?? ""),
    ),
  ).toEqual([]);
});

test("every category and series has articles and its own introduction", () => {
  for (const [collection, field] of [
    ["categories", "category"],
    ["series", "series"],
  ] as const)
    for (const { id, contents } of collections[collection]) {
      expect(contents.words, id).toBeGreaterThan(40);
      const named = articles.filter(
        ({ data }) =>
          data[field] === id ||
          (data[field] as { id?: string } | undefined)?.id === id,
      );
      expect(named.length, id).toBeGreaterThan(2);
    }
});

test("every call to action except the site's own is used by one article", () => {
  for (const { id } of collections["calls-to-action"])
    expect(articles.filter(({ data }) => data.cta === id).length, id).toBe(
      id === "feed" ? 0 : 1,
    );
});
