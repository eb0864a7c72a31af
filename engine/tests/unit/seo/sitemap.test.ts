import { expect, test } from "vitest";
import { toEntry } from "#seo/sitemap.ts";

const url = "https://publication.example/articles/a/";
const card = "https://publication.example/cards/articles/a.png";
const toPictures = async (...pictures: (string | Promise<string>)[]) =>
  (await toEntry({ url }, { modified: undefined, card, pictures })).img.map(
    (picture) => picture.url,
  );

test("a page gives its day and its pictures, its card first", async () => {
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

test("a picture is named once, and one that is still being made is waited for", async () => {
  expect(
    await toPictures("/a.png?w=1&h=2", Promise.resolve("/a.png?w=1&h=2")),
  ).toEqual([card, "https://publication.example/a.png?w=1&h=2"]);
});

test("pictures of other sites and those within the page are left out", async () => {
  expect(
    await toPictures(
      "https://elsewhere.example/a.png",
      "data:image/gif;base64,R0",
    ),
  ).toEqual([card]);
});
