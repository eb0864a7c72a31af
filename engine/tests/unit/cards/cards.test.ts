import { expect, test } from "vitest";
import { toCards } from "#cards/cards.ts";
import { site } from "#site.ts";
import { anArticle, names } from "../model/an-article.ts";

const article = anArticle("a-title", { kicker: "Field note" });
const nothing = {
  articles: [],
  categories: [],
  series: [],
  tags: [],
  authors: [],
  years: [],
  pages: [],
};
const cards = toCards({
  articles: [article],
  categories: [...names.categories.values()],
  series: [...names.series.values()],
  tags: [...names.tags.values()],
  authors: [...names.authors.values()],
  years: [{ year: "2026" }],
  pages: [{ address: "/about/", title: "About" }],
});

test("an article's card shows its title, kicker, date and cover in its category's hue", () => {
  expect(cards.get(article.address)).toEqual({
    title: "A title",
    kicker: "Field note",
    date: "2 January 2026",
    hue: 240,
    slug: "a-title",
    picture: undefined,
  });
});

test("an article's own cover is named by its file", () => {
  const body = { ...article.body, cover: "src/content/articles/cover.svg" };
  const [card] = toCards({
    ...nothing,
    articles: [{ ...article, body }],
  })
    .values()
    .filter(({ picture }) => picture);
  expect(card?.picture).toBe("src/content/articles/cover.svg");
});

test("a category's card has its hue", () => {
  expect(cards.get("/work/")).toMatchObject({ title: "Work", hue: 240 });
});

test("the site's card shows its name and description", () => {
  expect(cards.get("/")?.title).toBe(site.tagline);
});

test("no two cards have the same drawing", () => {
  const slugs = [...cards.values()].map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs).toHaveLength(13);
});
