import { describe, expect, test } from "vitest";
import {
  compareArticles,
  toArticle,
  toFeedId,
  toModified,
  toPlainTag,
} from "#model/article.ts";
import { toState } from "#model/published.ts";
import { printedBy } from "../run-node.ts";
import { anArticle, aStoredArticle, names } from "./an-article.ts";

describe("an article is published from the exact time of its date", () => {
  test.each([
    ["2026-06-15T12:00:00Z", "2026-06-15T11:59:59.999Z", "scheduled"],
    ["2026-06-15T12:00:00Z", "2026-06-15T12:00:00.000Z", "published"],
    ["2026-06-15T12:00:00Z", "2026-06-15T12:00:00.001Z", "published"],
    ["2026-06-15", "2026-06-14T23:59:59.999Z", "scheduled"],
    ["2026-06-15", "2026-06-15T00:00:00.000Z", "published"],
    ["2026-06-15T00:30:00+02:00", "2026-06-14T22:29:59.999Z", "scheduled"],
    ["2026-06-15T00:30:00+02:00", "2026-06-14T22:30:00.000Z", "published"],
    ["2026-06-14T23:00:00-05:00", "2026-06-15T03:59:59.999Z", "scheduled"],
    ["2026-06-14T23:00:00-05:00", "2026-06-15T04:00:00.000Z", "published"],
  ])("%s at %s: %s", (pubDate, now, state) => {
    expect(toState({ pubDate }, new Date(now))).toBe(state);
    expect(toState({ pubDate, draft: false }, new Date(now))).toBe(state);
    expect(toState({ pubDate, draft: true }, new Date(now))).toBe("draft");
  });
});

test("articles are newest first; ties are broken by slug", () => {
  const sorted = [
    anArticle("tomorrow", { pubDate: "2026-06-16" }),
    anArticle("noon", { pubDate: "2026-06-15T12:00Z" }),
    anArticle("morning", { pubDate: "2026-06-15T12:00+03:00" }),
    anArticle("a", { pubDate: "2026-06-15" }),
    anArticle("a-b", { pubDate: "2026-06-15T00:00Z" }),
    anArticle("ab", { pubDate: "2026-06-15", featured: true }),
    anArticle("old", { pubDate: "2026-01-01", updatedDate: "2026-06-20" }),
  ];
  expect(sorted.toReversed().sort(compareArticles)).toEqual(sorted);
  expect(sorted.toSorted(compareArticles)).toEqual(sorted);
  expect(compareArticles(sorted[0]!, sorted[0]!)).toBe(0);
});

test.each([
  ["2026-01-02", undefined, "2026-01-02"],
  ["2026-01-02", "2026-03-04", "2026-03-04"],
  ["2026-01-02", "2026-01-02", "2026-01-02"],
  ["2026-01-02T09:00Z", "2026-01-02", "2026-01-02T09:00Z"],
  ["2026-01-02T09:00Z", "2026-01-02T10:00Z", "2026-01-02T10:00Z"],
])(
  "published %s and updated %s, its last change is %s",
  (pubDate, updatedDate, iso) => {
    expect(toModified(anArticle("a", { pubDate, updatedDate })).iso).toBe(iso);
  },
);

describe("the id of an article in feeds", () => {
  test("is made of its slug", () => {
    expect(toFeedId("bowl-or-basket")).toBe(
      "tag:saucepan.example,2026:/articles/bowl-or-basket/",
    );
  });

  test("does not change when the site moves to another address", () => {
    const printed = printedBy(
      `import { toFeedId } from "gatepost/model/article.ts"; console.log(toFeedId("a"));`,
      { SITE_ADDRESS: "https://example.org", SITE_BASE: "/journal/" },
    );
    expect(printed).toBe(toFeedId("a"));
  });

  test("is the one in its front matter, if any", () => {
    const id = "https://example.org/?p=42";
    expect(anArticle("a", { id }).feedId).toBe(id);
    expect(anArticle("a").feedId).toBe(toFeedId("a"));
  });
});

test("the title of a tag without a file is made from its slug", () => {
  expect(toPlainTag("dinner-guests-at-40")).toEqual({
    slug: "dinner-guests-at-40",
    address: "/tags/dinner-guests-at-40/",
    title: "Dinner guests at 40",
    description: "Articles about dinner guests at 40.",
  });
});

describe("an article has defaults", () => {
  test("the site's author and call to action, and the category's title as its label", () => {
    expect(anArticle()).toMatchObject({
      slug: "a-title",
      address: "/articles/a-title/",
      state: "published",
      kicker: "Work",
      category: names.categories.get("work"),
      authors: [names.authors.get("saucepan")],
      callToAction: names["calls-to-action"].get("feed"),
      tags: [],
      sources: [],
      aliases: [],
      featured: false,
      toc: true,
      ads: true,
      series: undefined,
      updatedDate: undefined,
      isOverdue: false,
    });
  });

  test("references resolve", () => {
    expect(
      anArticle("a", {
        kicker: "Field note",
        authors: ["guest", "saucepan"],
        tags: ["baking", "no-text"],
        cta: "ebook",
        series: { id: "ladder", part: 2 },
        updatedDate: "2026-02-01",
        reviewedDate: "2026-02-02",
        reviewBy: "2027-02-02T09:00+01:00",
        sources: [
          {
            title: "S",
            url: "https://s.org",
            checked: "2026-02-03T23:30-05:00",
          },
        ],
        ads: false,
        toc: false,
        featured: true,
      }),
    ).toMatchObject({
      kicker: "Field note",
      authors: [{ title: "A guest" }, { title: "Saucepan" }],
      tags: [{ title: "Baking, from inside" }, { title: "No text" }],
      callToAction: { heading: "ebook" },
      series: { topic: { title: "The ladder" }, part: 2 },
      updatedDate: { day: "2026-02-01" },
      reviewedDate: { day: "2026-02-02" },
      reviewBy: { day: "2027-02-02" },
      sources: [{ title: "S", checked: { day: "2026-02-03" } }],
      ads: false,
      toc: false,
      featured: true,
    });
  });

  test("an unknown reference throws with its name", () => {
    const stored = { ...aStoredArticle(), category: "gone" };
    expect(() => toArticle("a", stored, names, new Date())).toThrow('"gone"');
  });
});
