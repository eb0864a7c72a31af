import { XMLParser, XMLValidator } from "fast-xml-parser";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { toAtom } from "#feeds/atom.ts";
import type { FeedEntry } from "#feeds/entry.ts";
import type { Feed, FeedLinks } from "#feeds/feed.ts";
import { toJsonFeed } from "#feeds/json-feed.ts";
import { toRss } from "#feeds/rss.ts";
import { escapeXml } from "#feeds/xml.ts";

const awkward = `<b>bold</b> & "quoted" ]]> </script> 😀 שלום 'it's' &amp; $& 007`;

const entry: FeedEntry = {
  id: "tag:example.org,2019:an&id",
  url: "https://example.org/a/?b=1&c=2",
  title: awkward,
  summary: `${awkward} summary`,
  html: `<p>&lt;b&gt; & ]]> <a href="https://example.org/?a=1&amp;b=2">x</a></p>`,
  published: new Date("2026-01-02T03:04:05Z"),
  day: "2 January 2026",
  updated: new Date("2026-02-03T04:05:06Z"),
  authors: [
    { name: "A & <B>", url: "https://example.org/?a&b" },
    { name: "Agent 007", url: "https://example.org/007/" },
  ],
  categories: ["Work & <life>", "2026"],
  picture: {
    url: "https://example.org/p.png?a=1&b=2",
    type: "image/png",
    width: 1200,
    height: 630,
  },
};
const toLinks = (file: string): FeedLinks => ({
  self: `https://example.org/${file}-2?a&b`,
  hub: "https://hub.example/",
  current: `https://example.org/${file}`,
  "prev-archive": `https://example.org/${file}-1`,
  "next-archive": `https://example.org/${file}-3`,
});
const feed: Feed = {
  id: "tag:example.org,2026:/",
  title: `The feed: ${awkward}`,
  description: awkward,
  language: "en-GB",
  url: "https://example.org/",
  isArchive: true,
  updated: new Date("2026-02-03T04:05:06Z"),
  entries: [entry, { ...entry, id: "second", title: "0012", authors: [] }],
  links: { rss: toLinks("rss"), atom: toLinks("atom"), json: toLinks("json") },
};
const newest: Feed = {
  ...feed,
  isArchive: false,
  links: {
    rss: { self: "https://example.org/rss" },
    atom: { self: "https://example.org/atom" },
    json: { self: "https://example.org/json" },
  },
};
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
});

describe("RSS 2.0", () => {
  let xml: string;
  beforeAll(async () => {
    xml = await toRss(feed);
  });

  test("is XML, with every text exactly as written", () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    const { title, description, items = [] } = parseRssFeed(xml);
    expect(title).toBe(feed.title);
    expect(description).toBe(feed.description);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({
      title: awkward,
      link: entry.url,
      // HTML that says the summary.
      description: escapeXml(entry.summary),
      guid: { value: entry.id, isPermaLink: false },
      pubDate: "Fri, 02 Jan 2026 03:04:05 GMT",
      content: { encoded: entry.html },
      dc: { creators: ["A & <B>", "Agent 007"] },
      atom: { updated: "2026-02-03T04:05:06.000Z" },
      categories: [{ name: "Work & <life>" }, { name: "2026" }],
      media: { contents: [{ ...entry.picture, medium: "image" }] },
    });
    expect(items[1]).toMatchObject({
      title: "0012",
      guid: { value: "second" },
    });
  });

  test("has its language, its newest change and links to its other documents", () => {
    const { language, lastBuildDate, link, atom, image } = parseRssFeed(xml);
    expect(image).toEqual({
      url: "https://saucepan.example/icon-144.png",
      title: feed.title,
      link: feed.url,
      width: 144,
      height: 144,
    });
    expect(language).toBe("en-gb");
    expect(lastBuildDate).toBe("Tue, 03 Feb 2026 04:05:06 GMT");
    expect(link).toBe(feed.url);
    const type = "application/rss+xml";
    expect(atom?.links).toEqual([
      { rel: "self", href: feed.links.rss.self, type },
      { rel: "hub", href: "https://hub.example/" },
      { rel: "current", href: "https://example.org/rss", type },
      { rel: "prev-archive", href: "https://example.org/rss-1", type },
      { rel: "next-archive", href: "https://example.org/rss-3", type },
    ]);
    expect(parser.parse(xml).rss.channel).toHaveProperty("fh:archive");
  });

  test("has no archive element, and no hub unless the site has one", async () => {
    const current = await toRss(newest);
    expect(current).not.toMatch(/fh:archive|rel="(?:hub|current|prev|next)/);
  });

  test("without articles is valid", async () => {
    const empty = await toRss({ ...newest, entries: [] });
    expect(XMLValidator.validate(empty)).toBe(true);
    expect(parseRssFeed(empty).title).toBe(feed.title);
  });
});

describe("Atom", () => {
  const xml = toAtom(feed);

  test("is XML, with every text exactly as written", () => {
    expect(XMLValidator.validate(xml)).toBe(true);
    const atom = parseAtomFeed(xml);
    expect(atom).toMatchObject({
      id: feed.id,
      title: { type: "text", value: feed.title },
      subtitle: { type: "text", value: feed.description },
      updated: "2026-02-03T04:05:06.000Z",
      xml: { lang: "en-GB" },
      authors: [{ name: "Saucepan", uri: "https://saucepan.example/" }],
      icon: "https://saucepan.example/icon-144.png",
    });
    expect(atom.entries?.[0]).toMatchObject({
      id: entry.id,
      title: { type: "text", value: awkward },
      summary: { type: "text", value: entry.summary },
      content: { type: "html", value: entry.html },
      links: [{ rel: "alternate", href: entry.url, type: "text/html" }],
      published: "2026-01-02T03:04:05.000Z",
      updated: "2026-02-03T04:05:06.000Z",
      authors: [
        { name: "A & <B>", uri: "https://example.org/?a&b" },
        { name: "Agent 007", uri: "https://example.org/007/" },
      ],
      categories: [{ term: "Work & <life>" }, { term: "2026" }],
      media: { contents: [{ ...entry.picture, medium: "image" }] },
    });
  });

  test("links to its other documents", () => {
    const type = "application/atom+xml";
    expect(parseAtomFeed(xml).links).toEqual([
      { rel: "alternate", href: feed.url, type: "text/html" },
      { rel: "self", href: feed.links.atom.self, type },
      { rel: "hub", href: "https://hub.example/" },
      { rel: "current", href: "https://example.org/atom", type },
      { rel: "prev-archive", href: "https://example.org/atom-1", type },
      { rel: "next-archive", href: "https://example.org/atom-3", type },
    ]);
    expect(parser.parse(xml).feed).toHaveProperty("fh:archive");
  });

  test("has no archive element, and no hub unless the site has one", () => {
    expect(toAtom(newest)).not.toMatch(
      /fh:archive|rel="(?:hub|current|prev|next)/,
    );
  });
});

describe("JSON Feed 1.1", () => {
  test("has every text exactly as written", () => {
    const json: unknown = JSON.parse(toJsonFeed(feed));
    expect(json).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: feed.title,
      description: feed.description,
      home_page_url: feed.url,
      // The feed's own, in a page of its archive too.
      feed_url: feed.links.json.current,
      icon: "https://saucepan.example/icon-512.png",
      favicon: "https://saucepan.example/icon-144.png",
      authors: [{ name: "Saucepan", url: "https://saucepan.example/" }],
      next_url: "https://example.org/json-1",
      hubs: [{ type: "WebSub", url: "https://hub.example/" }],
      language: "en-GB",
    });
    expect(parseJsonFeed(json).items?.[0]).toEqual({
      id: entry.id,
      url: entry.url,
      title: awkward,
      summary: entry.summary,
      content_html: entry.html,
      image: entry.picture.url,
      date_published: "2026-01-02T03:04:05.000Z",
      date_modified: "2026-02-03T04:05:06.000Z",
      authors: entry.authors,
      tags: entry.categories,
      language: "en-GB",
    });
  });

  test("has no next page and no hub unless they exist", () => {
    expect(toJsonFeed(newest)).not.toMatch(/"(?:next_url|hubs)"/);
  });
});

test("no format has a character that XML forbids, in any field; only articles are reported", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const odd = "a\u0001b\ud83dc\uffff";
  const text = {
    ...feed,
    title: odd,
    description: odd,
    entries: [
      {
        ...entry,
        title: odd,
        summary: odd,
        html: odd,
        authors: [{ name: odd, url: "https://example.org/" }],
        categories: ["fine", odd],
      },
    ],
  };
  for (const written of [await toRss(text), toAtom(text)]) {
    expect(written).not.toMatch(/[\u0001\uffff]|\p{Surrogate}/u);
    expect(written.match(/abc/g)?.length).toBeGreaterThanOrEqual(7);
  }
  expect(toJsonFeed(text)).not.toMatch(/\\u0001|\uffff|\\ud83d/);
  expect(JSON.parse(toJsonFeed(text))).toMatchObject({
    title: "abc",
    items: [{ title: "abc", content_html: "abc", tags: ["fine", "abc"] }],
  });
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});
