import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import Parser from "rss-parser";
import { describe, expect, inject, test } from "vitest";
import { parse } from "yaml";
import { pageAt, readDist } from "../support/build-site.ts";
import { toText } from "../support/feed-readers.ts";
import { canary, siteContent } from "../support/site-content.ts";

const dist = readDist(inject("site"));

type Fields = {
  title: string;
  description: string;
  pubDate: string;
  updatedDate?: string;
  category: string;
  tags?: string[];
  authors?: string[];
  series?: { id: string };
  id?: string;
};
const iso = (date: string | undefined) => date && new Date(date).toISOString();

/** The published articles as their files say, newest first. */
const articles = [...siteContent()]
  .filter(([path]) => /^articles\/.*\.mdx?$/.test(path))
  .filter(([path]) => !path.includes(canary))
  .map(([path, text]) => {
    const slug = path.replace(/^articles\/|(?:\/index)?\.mdx?$/g, "");
    const [, yaml = ""] = String(text).split(/^---$/m);
    const fields = parse(yaml) as Fields;
    const { title, description, pubDate, updatedDate, id } = fields;
    return {
      slug,
      fields,
      read: {
        id: id ?? `tag:saucepan.example,2026:/articles/${slug}/`,
        title,
        url: `https://saucepan.example/articles/${slug}/`,
        summary: description,
        published: iso(pubDate),
        updated: iso(updatedDate ?? pubDate),
      },
    };
  })
  .sort((a, b) => {
    const [one, other] = [a, b].map(({ read }) => Date.parse(read.published!));
    return other! - one! || (a.slug < b.slug ? -1 : 1);
  });

/** Every listing that has feeds, and which articles are in it. */
const listings: [string, (fields: Fields) => boolean][] = [
  ["/", () => true],
  ["/categories/work/", ({ category }) => category === "work"],
  ["/categories/equipment/", ({ category }) => category === "equipment"],
  ["/tags/shared/", ({ tags = [] }) => tags.includes("shared")],
  ["/tags/some/", ({ tags = [] }) => tags.includes("some")],
  ["/series/ladder/", ({ series }) => series?.id === "ladder"],
  [
    "/authors/saucepan/",
    ({ authors = ["saucepan"] }) => authors.includes("saucepan"),
  ],
  ["/authors/guest/", ({ authors = [] }) => authors.includes("guest")],
];

type Read = (typeof articles)[number]["read"] & {
  html: string;
  tags: string[];
  authors: string[];
};
/** What feedsmith reads in each format, in the same words. */
const formats: [file: string, read: (text: string) => unknown[]][] = [
  [
    "rss.xml",
    (text) =>
      (parseRssFeed(text).items ?? []).map((item) => ({
        id: item.guid?.value,
        title: item.title,
        url: item.link,
        // HTML by custom.
        summary: toText(item.description ?? ""),
        published: iso(item.pubDate),
        updated: iso(item.atom?.updated),
        html: item.content?.encoded,
        tags: item.categories?.map(({ name }) => name),
        authors: item.dc?.creators,
      })),
  ],
  [
    "atom.xml",
    (text) =>
      (parseAtomFeed(text).entries ?? []).map((entry) => ({
        id: entry.id,
        title: entry.title?.value,
        url: entry.links?.[0]?.href,
        summary: entry.summary?.value,
        published: iso(entry.published),
        updated: iso(entry.updated),
        html: entry.content?.value,
        tags: entry.categories?.map(({ term }) => term),
        authors: entry.authors?.map(({ name }) => name),
      })),
  ],
  [
    "feed.json",
    (text) =>
      (parseJsonFeed(JSON.parse(text) as object).items ?? []).map((item) => ({
        id: item.id,
        title: item.title,
        url: item.url,
        summary: item.summary,
        published: iso(item.date_published),
        updated: iso(item.date_modified),
        html: item.content_html,
        tags: item.tags,
        authors: item.authors?.map(({ name }) => name),
      })),
  ],
];
/** Topics have RSS alone, and their newest 20 articles. */
const formatsOf = (listing: string) =>
  listing === "/" ? formats : formats.slice(0, 1);
const readAll = (listing: string) =>
  formatsOf(listing).map(
    ([file, read]) => read(pageAt(dist, listing + file)) as Read[],
  );

test("the site, its categories, series and authors have feeds, and a tag from its third article on", () => {
  const written = [...dist.keys()].filter(
    (path) =>
      /(?:^|\/)(?:rss|atom|feed)\b[^/]*\.(?:xml|json)$/.test(path) &&
      !path.startsWith("tools/"),
  );
  const meant = listings.flatMap(([listing]) =>
    formatsOf(listing).map(([file]) => listing.slice(1) + file),
  );
  expect(written.sort()).toEqual(meant.sort());
});

describe.each(listings)("what is followed at %s", (listing, isInIt) => {
  const meant = articles
    .filter(({ fields }) => isInIt(fields))
    .slice(0, listing === "/" ? undefined : 20)
    .map(({ read }) => read);

  test("feedsmith reads the same in each format: ids, titles, links, days, summaries, in order", () => {
    expect(meant.length).toBeGreaterThan(0);
    for (const read of readAll(listing))
      expect(
        read.map(({ html: _, tags: __, authors: ___, ...rest }) => rest),
      ).toEqual(meant);
  });

  test("and the same text, tags and authors", () => {
    const [rss, ...others] = readAll(listing);
    for (const other of others) expect(other).toEqual(rss);
  });

  test.each(listing === "/" ? ["rss.xml", "atom.xml"] : ["rss.xml"])(
    "rss-parser reads the same of %s",
    async (file) => {
      // It calls the id of an RSS item guid.
      const parser = new Parser<object, { guid?: string; id?: string }>();
      const feed = await parser.parseString(pageAt(dist, listing + file));
      expect(feed.feedUrl).toBe(`https://saucepan.example${listing}${file}`);
      expect(feed.link).toBe(`https://saucepan.example${listing}`);
      expect(
        feed.items.map((item) => ({
          id: item.guid ?? item.id,
          title: item.title,
          url: item.link,
          published: item.isoDate,
        })),
      ).toEqual(
        meant.map(({ id, title, url, published }) => ({
          id,
          title,
          url,
          published,
        })),
      );
    },
  );
});

test("a feed of a topic is one of this site, by its title", () => {
  const rss = parseRssFeed(pageAt(dist, "/tags/shared/rss.xml"));
  expect(rss.title).toBe("Saucepan: Shared & common (tag)");
  expect(rss.description).toBe("On every article.");
});

describe("the picture of an article", () => {
  const pictureOf = (title: string) => {
    const [rss, atom] = [
      parseRssFeed(pageAt(dist, "/rss.xml")).items,
      parseAtomFeed(pageAt(dist, "/atom.xml")).entries,
    ];
    const json = JSON.parse(pageAt(dist, "/feed.json")) as {
      items: { title: string; image: string; content_html: string }[];
    };
    const item = rss?.find((candidate) => candidate.title === title);
    const entry = atom?.find((candidate) => candidate.title?.value === title);
    const own = json.items.find((candidate) => candidate.title === title);
    expect(entry?.media).toEqual(item?.media);
    expect(own?.image).toBe(item?.media?.contents?.[0]?.url);
    return { media: item?.media?.contents?.[0], html: own?.content_html ?? "" };
  };

  test("is its cover, in a file that its page has too, and stands first in the text with its words", () => {
    const { media, html } = pictureOf("Everything");
    expect(media).toMatchObject({
      type: "image/webp",
      medium: "image",
      width: 1000,
      height: 600,
    });
    const file = media!.url!.replace("https://saucepan.example", "");
    expect(pageAt(dist, "/articles/everything/")).toContain(`${file} 1000w`);
    expect(dist.has(file.slice(1))).toBe(true);
    expect(html).toMatch(
      `<figure><img src="${media!.url}" width="1000" height="600" alt="A green field."><figcaption>A caption.</figcaption></figure><p>A paragraph`,
    );
  });

  test("is its share image where it has no cover", () => {
    const { media, html } = pictureOf("Plain 1");
    const url = "https://saucepan.example/cards/articles/plain-1.png";
    expect(media).toEqual({
      url,
      type: "image/png",
      medium: "image",
      width: 1200,
      height: 630,
    });
    expect(html).toMatch(
      `<img src="${url}" width="1200" height="630" alt=""><p>First a paragraph`,
    );
  });
});
