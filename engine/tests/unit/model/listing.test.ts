import { describe, expect, test } from "vitest";
import { newestChange, toListingPages, toPageParam } from "#model/listing.ts";
import { anArticle } from "./an-article.ts";

const articles = Array.from({ length: 45 }, (_, index) =>
  anArticle(`a-${index}`),
);

describe("a long list is split into pages", () => {
  test.each([
    [0, [0]],
    [1, [1]],
    [19, [19]],
    [20, [20]],
    [21, [20, 1]],
    [40, [20, 20]],
    [45, [20, 20, 5]],
  ])("%i articles make pages of %j", (length, sizes) => {
    const pages = toListingPages("/articles/", articles.slice(0, length));
    expect(pages.map((page) => page.articles.length)).toEqual(sizes);
    expect(pages.map(({ number }) => number)).toEqual(
      [...sizes.keys()].map((index) => index + 1),
    );
    expect(pages.every(({ last }) => last === sizes.length)).toBe(true);
  });

  test("every article is on one page, in its order", () => {
    expect(
      toListingPages("/articles/", articles).flatMap((page) => page.articles),
    ).toEqual(articles);
  });

  test("the first page has the listing's address; the others are below it", () => {
    expect(toListingPages("/tags/baking/", articles).map(toPageParam)).toEqual([
      undefined,
      "page/2",
      "page/3",
    ]);
  });
});

test.each([
  [[], undefined],
  [[["2026-01-02"]], "2026-01-02"],
  [[["2026-01-02"], ["2026-03-01"], ["2026-02-01"]], "2026-03-01"],
  [[["2026-01-02", "2026-05-01"], ["2026-03-01"]], "2026-05-01"],
  [
    [["2026-03-01T09:00Z"], ["2026-03-01T11:00+01:00"]],
    "2026-03-01T11:00+01:00",
  ],
])(
  "the newest change of articles published and updated %j is %s",
  (dates, iso) => {
    const changed = newestChange(
      dates.map(([pubDate, updatedDate], index) =>
        anArticle(`a-${index}`, { pubDate, updatedDate }),
      ),
    );
    expect(changed?.iso).toBe(iso);
  },
);
