import { expect, test } from "vitest";
import { toEntry } from "#seo/sitemap.ts";

const url = "https://publication.example/articles/a/";
const card = "https://publication.example/cards/articles/a.png";
const toPictures = async (...pictures: (string | Promise<string>)[]) =>
  (await toEntry({ url }, { modified: undefined, card, pictures })).img.map(
    (picture) => picture.url,
  );

test("an entry has the page's date and its pictures, the card first", async () => {
  expect(
    await toEntry(
      { url },
      { modified: "2026-01-02", card, pictures: ["/_astro/a.webp"] },
    ),
  ).toEqual({
    url,
    lastmod: "2026-01-02T00:00:00.000Z",
    img: [{ url: card }, { url: "https://publication.example/_astro/a.webp" }],
  });
  expect(
    await toEntry({ url }, { modified: undefined, card, pictures: [] }),
  ).toEqual({ url, img: [{ url: card }] });
});

test("pictures have no duplicates, and pictures still being made are awaited", async () => {
  expect(
    await toPictures("/a.png?w=1&h=2", Promise.resolve("/a.png?w=1&h=2")),
  ).toEqual([card, "https://publication.example/a.png?w=1&h=2"]);
});

test("pictures on other sites and data URLs are omitted", async () => {
  expect(
    await toPictures(
      "https://elsewhere.example/a.png",
      "data:image/gif;base64,R0",
    ),
  ).toEqual([card]);
});
