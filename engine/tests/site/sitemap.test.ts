import { XMLParser } from "fast-xml-parser";
import { describe, expect, inject, test } from "vitest";
import { readDist } from "../support/build-site.ts";
import { isIn, readPages, type Page } from "../support/read-page.ts";
import { publishedCount } from "../support/site-content.ts";

type Entry = {
  loc: string;
  lastmod?: string;
  "image:image"?: { "image:loc": string }[];
};

const host = "https://saucepan.example";
const dist = readDist(inject("site"));
const pages = readPages(dist);
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => ["url", "sitemap", "image:image"].includes(name),
});
const read = (path: string) => parser.parse(dist.get(path)!.toString());
const { urlset } = read("sitemap-0.xml");
const entries: Entry[] = urlset.url;
const entryOf = ({ address }: Page) =>
  entries.find(({ loc }) => loc === host + address);

const listed = pages.filter(
  (page) => page.isIndexed && page.canonical === host + page.address,
);
const isArticle = ({ address }: Page) => /^\/articles\/[^/]+\/$/.test(address);
/** Pages of the publication's own date themselves. */
const isOwn = ({ address }: Page) => address.startsWith("/tools/");

/** The days an article's own page shows: when it appeared, and when it last changed. */
const days = new Map(
  pages.filter(isArticle).map((page) => {
    const times = page.all("time");
    const updated = times.find(({ within }) =>
      within.at(-1)?.text.startsWith("Updated"),
    );
    const [appeared, changed] = [times[0], updated ?? times[0]].map((time) =>
      new Date(time!.attributes.datetime!).toISOString(),
    ) as [string, string];
    return [page.address, { appeared, changed }];
  }),
);
const newest = (dates: string[]) => dates.toSorted().at(-1);

describe("the sitemap", () => {
  test("dates an article by its last change", () => {
    const articles = listed.filter(isArticle);
    // All but the one that another article replaces.
    expect(articles).toHaveLength(publishedCount - 1);
    for (const page of articles)
      expect(entryOf(page)?.lastmod, page.address).toBe(
        days.get(page.address)?.changed,
      );
  });

  test("dates a page of articles by the newest change among those it shows", () => {
    const lists = listed.filter(
      (page) => !isArticle(page) && !isOwn(page) && page.listed.length > 0,
    );
    expect(lists.map(({ address }) => address)).toEqual(
      expect.arrayContaining([
        "/",
        "/articles/",
        "/articles/page/2/",
        "/archive/",
        "/archive/2025/",
        "/categories/work/",
        "/tags/alone/",
        "/series/ladder/",
        "/authors/saucepan/page/2/",
      ]),
    );
    for (const page of lists)
      expect(entryOf(page)?.lastmod, page.address).toBe(
        newest(page.listed.map((address) => days.get(address)!.changed)),
      );
  });

  test("dates the topics by the newest article, which their numbers count, and a text without a day not at all", () => {
    const [topics] = listed.filter(({ address }) => address === "/topics/");
    expect(entryOf(topics!)?.lastmod).toBe(
      newest([...days.values()].map(({ appeared }) => appeared)),
    );
    const texts = listed.filter(
      (page) =>
        page.listed.length === 0 &&
        page !== topics &&
        !isArticle(page) &&
        !isOwn(page),
    );
    expect(texts.length).toBeGreaterThan(3);
    for (const page of texts)
      expect(entryOf(page)).not.toHaveProperty("lastmod");
  });

  test("names each page's card and its pictures, each once, all of them here", () => {
    expect(urlset["@_xmlns:image"]).toBe(
      "http://www.google.com/schemas/sitemap-image/1.1",
    );
    for (const page of listed) {
      const pictures = page
        .all("img")
        .filter((picture) => isIn(picture, ({ name }) => name === "main"))
        .map(({ attributes }) => host + attributes.src);
      const [card, ...others] =
        entryOf(page)?.["image:image"]?.map((image) => image["image:loc"]) ??
        [];
      expect(card, page.address).toBe(page.meta("og:image"));
      expect(others.sort(), page.address).toEqual(
        [...new Set(pictures)].sort(),
      );
    }
    const everything = listed.find(
      ({ address }) => address === "/articles/everything/",
    )!;
    expect(entryOf(everything)!["image:image"]!.length).toBeGreaterThan(2);
  });

  test("is named by its index with the day of its newest page", () => {
    const { sitemapindex } = read("sitemap-index.xml");
    expect(sitemapindex.sitemap).toEqual([
      {
        loc: `${host}/sitemap-0.xml`,
        lastmod: newest(entries.flatMap(({ lastmod }) => lastmod ?? [])),
      },
    ]);
  });
});
