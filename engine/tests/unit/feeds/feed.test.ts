import { parseAtomFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { compareArticles, type Article } from "#model/article.ts";
import { toFormats, type Followed } from "#model/follow.ts";
import { toAtom } from "#feeds/atom.ts";
import { toEntry, type FeedEntry } from "#feeds/entry.ts";
import { toFeed, toFeedPages, type Feed } from "#feeds/feed.ts";
import { toJsonFeed } from "#feeds/json-feed.ts";
import { toRss } from "#feeds/rss.ts";
import { site as facts } from "#site.ts";
import { feedFormats, toAbsoluteUrl, toFeedAddress } from "#urls.ts";
import { anArticle } from "../model/an-article.ts";

const picture = { url: "", type: "image/png", width: 1200, height: 630 };
const render = (article: Article): Promise<FeedEntry> =>
  Promise.resolve(toEntry(article, { html: "", picture }));

const articles = Array.from({ length: 160 }, (_, index) =>
  anArticle(`article-${index}`, {
    pubDate: new Date(Date.UTC(2025, 0, index + 1)).toISOString().slice(0, 10),
  }),
);
/** The site with its so many oldest articles. */
const follow = (
  count: number,
  kind: Followed["kind"] = "site",
  address = "/",
): Followed => ({
  kind,
  title: "A title",
  description: "A description.",
  address,
  articles: articles.slice(0, count).sort(compareArticles),
});
const countArchives = (followed: Followed) => toFeedPages(followed).length - 1;
/** @param archive the number of a page of the archive; 0 is the feed of the newest articles */
const toFeedOf = (followed: Followed, archive = 0) =>
  toFeed(toFeedPages(followed)[archive]!, render);
const slugsOf = ({ entries }: Feed) =>
  entries.map(({ url }) => url.split("/").at(-2));

/** Every document of a feed by its URL. */
async function toDocuments(followed: Followed): Promise<Map<string, Feed>> {
  const documents = new Map<string, Feed>();
  for (const page of toFeedPages(followed)) {
    const feed = await toFeed(page, render);
    for (const format of feedFormats) {
      const url = toAbsoluteUrl(
        toFeedAddress(followed.address, format, page.archive),
      );
      expect(feed.links[format].self).toBe(url);
      documents.set(url, feed);
    }
  }
  return documents;
}

describe("the archive of a feed", () => {
  test.each([1, 49, 50, 51, 99, 100, 101, 149, 150, 160])(
    "of %i articles holds every one, in each format",
    async (count) => {
      const documents = await toDocuments(follow(count));
      for (const format of feedFormats) {
        const found = new Set<string | undefined>();
        let url: string | undefined = toAbsoluteUrl(toFeedAddress("/", format));
        let pages = 0;
        while (url) {
          const feed: Feed | undefined = documents.get(url);
          if (!feed) throw new Error(`There is no ${url}`);
          expect(feed.entries.length).toBeLessThanOrEqual(50);
          slugsOf(feed).forEach((slug) => found.add(slug));
          url = feed.links[format]["prev-archive"];
          pages++;
        }
        expect([...found].sort()).toEqual(
          Array.from({ length: count }, (_, n) => `article-${n}`).sort(),
        );
        expect(pages).toBe(Math.ceil(count / 50));
      }
    },
  );

  test("keeps every article on its page when a new one is published", async () => {
    const before = await toDocuments(follow(120));
    const after = await toDocuments(follow(160));
    for (const page of [1, 2]) {
      const url = toAbsoluteUrl(toFeedAddress("/", "atom", page));
      const [one, other] = [before.get(url), after.get(url)];
      expect(one && slugsOf(one)).toHaveLength(50);
      expect(other && slugsOf(other)).toEqual(one && slugsOf(one));
    }
  });

  test("has the oldest articles on page 1, each page newest first, with links to the next pages and the feed", async () => {
    const feed = await toFeedOf(follow(160), 2);
    expect(slugsOf(feed).slice(0, 2)).toEqual(["article-99", "article-98"]);
    expect(feed.isArchive).toBe(true);
    expect(feed.links.rss).toEqual({
      self: "https://saucepan.example/rss-2.xml",
      current: "https://saucepan.example/rss.xml",
      "prev-archive": "https://saucepan.example/rss-1.xml",
      "next-archive": "https://saucepan.example/rss-3.xml",
    });
    const first = await toFeedOf(follow(160), 1);
    expect(first.links.json).not.toHaveProperty("prev-archive");
    const last = await toFeedOf(follow(160), 3);
    expect(last.links.json).not.toHaveProperty("next-archive");
  });

  test("exists only for the site unless the owner lists other kinds; other feeds have the newest 20 articles", async () => {
    expect(countArchives(follow(160))).toBe(3);
    const tag = follow(160, "tag", "/tags/baking/");
    expect(countArchives(tag)).toBe(0);
    expect((await toFeedOf(tag)).entries).toHaveLength(20);
    const { feedArchives } = facts;
    facts.feedArchives = ["tag"];
    expect(countArchives(tag)).toBe(3);
    expect((await toFeedOf(tag)).entries).toHaveLength(50);
    facts.feedArchives = feedArchives;
  });
});

test("topics have only RSS unless the owner lists them; the site has every format", () => {
  expect(toFormats("site")).toEqual(["rss", "atom", "json"]);
  expect(toFormats("tag")).toEqual(["rss"]);
  const { atomAndJson } = facts;
  facts.atomAndJson = ["tag"];
  expect(toFormats("tag")).toEqual(["rss", "atom", "json"]);
  facts.atomAndJson = atomAndJson;
});

describe("a feed", () => {
  test("has a permanent id of its own, the same in its archive", async () => {
    const site = await toFeedOf(follow(60));
    expect(site.id).toBe("tag:saucepan.example,2026:/");
    expect((await toFeedOf(follow(60), 1)).id).toBe(site.id);
    const tag = follow(60, "tag", "/tags/baking/");
    expect((await toFeedOf(tag)).id).toBe(
      "tag:saucepan.example,2026:/tags/baking/",
    );
  });

  test("has the site's name in its title, once", async () => {
    expect((await toFeedOf(follow(1))).title).toBe("A title");
    expect((await toFeedOf(follow(1, "tag"))).title).toBe(
      "Saucepan: A title (tag)",
    );
    expect((await toFeedOf(follow(1, "author"))).title).toBe(
      "Saucepan: articles by A title",
    );
  });

  test("has the date of the newest change to its articles", async () => {
    const changed = [
      anArticle("new", { pubDate: "2026-03-01" }),
      anArticle("old", { pubDate: "2020-01-01", updatedDate: "2026-04-02" }),
    ];
    const feed = await toFeedOf({ ...follow(0), articles: changed });
    expect(feed.updated.toISOString()).toBe("2026-04-02T00:00:00.000Z");
  });
});

describe("a feed without articles", () => {
  test("is valid in each format and has a date of change", async () => {
    expect(countArchives(follow(0))).toBe(0);
    const feed = await toFeedOf(follow(0));
    expect(feed.entries).toEqual([]);
    expect(parseRssFeed(await toRss(feed))).toMatchObject({
      title: "A title",
      lastBuildDate: "Thu, 01 Jan 2026 00:00:00 GMT",
    });
    expect(parseAtomFeed(toAtom(feed))).toMatchObject({
      updated: "2026-01-01T00:00:00.000Z",
      authors: [{ name: "Saucepan" }],
    });
    expect(JSON.parse(toJsonFeed(feed))).toMatchObject({ items: [] });
  });
});

describe("an entry", () => {
  test("is never older than its publication", async () => {
    const { published, updated } = await render(
      anArticle("a", {
        pubDate: "2026-06-02T23:30:00-05:00",
        updatedDate: "2026-06-03",
      }),
    );
    expect(published.toISOString()).toBe("2026-06-03T04:30:00.000Z");
    expect(updated).toEqual(published);
  });

  test("names a category and a tag with the same name once", async () => {
    const article = anArticle("a", { tags: ["work", "baking"] });
    expect((await render(article)).categories).toEqual([
      "Work",
      "Baking, from inside",
    ]);
  });

  test("links to our page, even if the article first appeared elsewhere, and to the author's website", async () => {
    const entry = await render(
      anArticle("a", {
        canonicalUrl: "https://example.org/first",
        authors: ["saucepan", "guest"],
        tags: ["baking"],
      }),
    );
    expect(entry).toMatchObject({
      id: "tag:saucepan.example,2026:/articles/a/",
      url: "https://saucepan.example/articles/a/",
      day: "2 January 2026",
      authors: [
        { name: "Saucepan", url: "https://saucepan.example/saucepan/" },
        { name: "A guest", url: "https://saucepan.example/guest/" },
      ],
      categories: ["Work", "Baking, from inside"],
    });
  });
});
