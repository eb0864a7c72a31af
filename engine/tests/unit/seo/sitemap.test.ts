import { expect, test } from "vitest";
import { toEntry } from "#seo/sitemap.ts";

const url = "https://gatepost.example/articles/a/";
const canonical = `<link rel="canonical" href="${url}">`;
const read = (page: string) => toEntry({ url }, page);
const picturesOf = (page: string) =>
  read(canonical + page)?.img.map((picture) => picture.url);

test("a page says its own day and pictures", () => {
  expect(
    read(
      `${canonical}<meta property="og:image" content="https://gatepost.example/cards/a.png"><meta property="og:updated_time" content="2026-01-02"><img src="/_astro/a.webp">`,
    ),
  ).toEqual({
    url,
    lastmod: "2026-01-02T00:00:00.000Z",
    img: [
      { url: "https://gatepost.example/cards/a.png" },
      { url: "https://gatepost.example/_astro/a.webp" },
    ],
  });
  expect(read(canonical)).toEqual({ url, img: [] });
});

test("a page that is not for search engines, or belongs elsewhere, or says nowhere, is left out", () => {
  expect(
    read(`${canonical}<meta name="robots" content="noindex">`),
  ).toBeUndefined();
  expect(
    read('<link rel="canonical" href="https://elsewhere.example/">'),
  ).toBeUndefined();
  expect(read("")).toBeUndefined();
});

test("a picture is found whatever its other attributes hold, and named once", () => {
  expect(
    picturesOf(
      `<img alt="5 > 3, <img src='x'>" data-src="/no.png" src="/a.png?w=1&amp;h=2"><img class="b" src="/a.png?w=1&amp;h=2">`,
    ),
  ).toEqual(["https://gatepost.example/a.png?w=1&h=2"]);
});

test("pictures of other sites and those within the page are no pictures of this one", () => {
  expect(
    picturesOf(
      `<img src="https://elsewhere.example/a.png"><img src="data:image/gif;base64,R0"><img alt="none"><p src="/b.png">`,
    ),
  ).toEqual([]);
});

test("a long page with much that looks like a picture takes no time worth naming", () => {
  const page = canonical + '<img alt="a" '.repeat(20_000);
  const before = performance.now();
  expect(read(page)?.img).toEqual([]);
  expect(performance.now() - before).toBeLessThan(500);
});
