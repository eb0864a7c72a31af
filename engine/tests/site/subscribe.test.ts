import { gzipSync } from "node:zlib";
import { parseOpml, parseRssFeed } from "feedsmith";
import Parser from "rss-parser";
import { describe, expect, inject, test } from "vitest";
import { escapeXml } from "#feeds/xml.ts";
import { pageAt, readDist, type Dist } from "../support/build-site.ts";
import { readElements } from "../support/read-page.ts";
import { awkwardTitle } from "../support/site-content.ts";

const dist = readDist(inject("site"));
const page = pageAt(dist, "/subscribe/");
const home = "https://saucepan.example/";
/** Every feed there is in one form, as its address. */
const feedsIn = (files: Dist, name: string) =>
  [...files.keys()]
    .filter((path) => path === name || path.endsWith(`/${name}`))
    .map((path) => home + path)
    .sort();

describe("the subscribe page", () => {
  test("offers every feed of the site once, and the digest", () => {
    const offered = [...page.matchAll(/<button[^>]* value="([^"]*)"/g)].map(
      ([, address]) => address as string,
    );
    expect(feedsIn(dist, "rss.xml").length).toBeGreaterThan(7);
    expect(offered.sort()).toEqual(
      [...feedsIn(dist, "rss.xml"), `${home}newsletter.xml`].sort(),
    );
  });

  test.each(["rss.xml", "atom.xml", "feed.json"])(
    "links to every %s",
    (name) => {
      const linked = [...page.matchAll(/<a href="\/([^"]*)"/g)]
        .map(([, path]) => home + path)
        .filter((address) => feedsIn(dist, name).includes(address));
      expect(
        new Set(linked.filter((address) => address.endsWith(name))),
      ).toEqual(new Set(feedsIn(dist, name)));
    },
  );

  test("calls no two buttons and no two links of feeds by one name", () => {
    const names = [
      ...page.matchAll(/aria-label="((?:Copy|RSS|Atom|JSON)[^"]*)"/g),
    ].map(([, name]) => name);
    expect(names).toContain("Copy the address of Work (category)");
    expect(names.length).toBe(new Set(names).size);
  });

  test("says where to find a feed reader, without naming one", () => {
    const text = readElements(page).find(({ name }) => name === "main")!.text;
    expect(text).toMatch(/search your app store for “RSS reader”/);
    expect(text).not.toMatch(/Feedly|Inoreader|NetNewsWire|Thunderbird/i);
  });

  test("lets an address fold between its parts, and never within https://", () => {
    const address = "https://saucepan.example/categories/work/rss.xml";
    const code = [...page.matchAll(/<code[^>]*>([^]*?)<\/code>/g)]
      .map(([, html]) => html!.trim().split(/<wbr[^>]*>/))
      .find((parts) => parts.join("") === address);
    expect(code).toEqual([
      "https://saucepan.example",
      "/categories",
      "/work",
      "/rss.xml",
    ]);
  });

  test("asks for no address while there is no newsletter", () => {
    expect(page).not.toMatch(/<form|type="email"/);
    expect(page).toContain("email newsletter yet");
  });
});

test("feeds.opml lists every feed of the site, each with its page", () => {
  type Outline = { xmlUrl?: string; htmlUrl?: string; outlines?: Outline[] };
  const toFeeds = ({ outlines, ...feed }: Outline): Outline[] =>
    outlines ? outlines.flatMap(toFeeds) : [feed];
  const { body } = parseOpml(pageAt(dist, "/feeds.opml"));
  const feeds = ((body?.outlines ?? []) as Outline[]).flatMap(toFeeds);
  expect(feeds.map(({ xmlUrl }) => xmlUrl).sort()).toEqual(
    feedsIn(dist, "rss.xml"),
  );
  for (const { htmlUrl } of feeds)
    expect(pageAt(dist, new URL(htmlUrl as string).pathname)).toContain("<h1");
});

test("the page that a provider sends people to is for nobody who searches", () => {
  expect(pageAt(dist, "/subscribed/")).toContain(
    '<meta name="robots" content="noindex">',
  );
  expect(pageAt(dist, "/sitemap-0.xml")).not.toContain("subscribed");
  expect(pageAt(dist, "/sitemap-0.xml")).toContain("/subscribe/");
});

test("the weekly digest says the same to another reader, titles as they were written", async () => {
  const xml = pageAt(dist, "/newsletter.xml");
  const items = parseRssFeed(xml).items ?? [];
  expect(items.map(({ guid }) => guid?.value)).toEqual(
    (await new Parser().parseString(xml)).items.map(({ guid }) => guid),
  );
  const week = items.find(({ guid }) => guid?.value?.endsWith("/2026-W23"));
  // HTML that says it.
  expect(week?.description).toBe(
    escapeXml(`Everything · In MDX · ${awkwardTitle}`),
  );
  expect(week?.content?.encoded).toContain(
    '<h2><a href="https://saucepan.example/articles/in-mdx/">In MDX</a></h2>',
  );
  expect(week?.link).toBe("https://saucepan.example/archive/2026/#2026-W23");
  for (const { link = "" } of items) {
    const { pathname, hash } = new URL(link);
    expect(pageAt(dist, pathname), link).toContain(`<li id="${hash.slice(1)}"`);
  }
});

test("with sixty tags the page of feeds keeps them folded, and weighs no more than another", () => {
  const html = pageAt(readDist(inject("journal").root), "/subscribe/");
  expect(html).toMatch(/<details[^]*Tags[^]*>62 feeds</);
  expect(html.match(/<details/g)).toHaveLength(1);
  expect(gzipSync(html).length).toBeLessThanOrEqual(14_000);
});
