import { expect, test } from "vitest";
import { toArticleData } from "#seo/json-ld-article.ts";
import { anArticle } from "../model/an-article.ts";

const posting = (fields: Record<string, unknown>) =>
  toArticleData(anArticle("a", fields)).mainEntity;

test("an article is told with its days, its topics and its sources", () => {
  expect(
    posting({
      title: "A",
      pubDate: "2026-01-02",
      updatedDate: "2026-03-04",
      tags: ["baking"],
      sources: [{ title: "S", url: "https://s.org/", checked: "2026-02-03" }],
    }),
  ).toMatchObject({
    "@type": "BlogPosting",
    "@id": "https://saucepan.example/articles/a/#article",
    headline: "A",
    datePublished: "2026-01-02",
    dateModified: "2026-03-04",
    articleSection: "Work",
    keywords: ["Baking, from inside"],
    about: [{ "@id": "https://saucepan.example/baking/#term" }],
    citation: [{ name: "S", url: "https://s.org/" }],
  });
});

test("the day we looked at a source is not told as a day of the source", () => {
  const sources = [
    { title: "S", url: "https://s.org/", checked: "2026-02-03" },
  ];
  expect(JSON.stringify(posting({ sources }))).not.toContain("2026-02-03");
});

test("what an article has not is not told", () => {
  for (const name of ["keywords", "about", "citation", "position"])
    expect(posting({})).not.toHaveProperty(name);
  expect(toArticleData(anArticle()).lastReviewed).toBeUndefined();
});

test("an article that was replaced says so and by which, and no other", () => {
  const replaced = toArticleData(
    anArticle("a", { supersededBy: "b" }),
    anArticle("b"),
  );
  expect(replaced.mainEntity).toMatchObject({
    creativeWorkStatus: "Superseded",
  });
  expect(replaced.significantLink).toBe("/articles/b/");
  expect(posting({})).not.toHaveProperty("creativeWorkStatus");
});

test("an article belongs where it first appeared, and is read here", () => {
  expect(posting({ canonicalUrl: "https://first.example/a" })).toMatchObject({
    url: "https://first.example/a",
    mainEntityOfPage: { "@id": "https://saucepan.example/articles/a/" },
  });
  expect(posting({})).toMatchObject({
    url: "https://saucepan.example/articles/a/",
  });
});

test("a part of a series says which, and of what", () => {
  const data = toArticleData(
    anArticle("a", { series: { id: "ladder", part: 2 } }),
  );
  expect(data.mainEntity).toMatchObject({
    position: 2,
    isPartOf: [
      { "@id": "https://saucepan.example/#website" },
      { "@id": "https://saucepan.example/ladder/#series" },
    ],
  });
  expect(data.named).toContainEqual(
    expect.objectContaining({ "@type": "CreativeWorkSeries" }),
  );
});

test("the way to an article goes by its category, or by all articles where its label hides that", () => {
  expect(toArticleData(anArticle("a")).trail).toMatchObject([
    { title: "Work", address: "/work/" },
  ]);
  expect(
    toArticleData(anArticle("a", { kicker: "Field note" })).trail,
  ).toMatchObject([{ title: "Articles", address: "/articles/" }]);
});
