import { existsSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseOpml, parseRssFeed } from "feedsmith";
import Parser from "rss-parser";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { escapeXml } from "#feeds/xml.ts";
import { anArticleFile } from "../support/an-article.ts";
import {
  buildSite,
  makeSite,
  pageAt,
  readDist,
  run,
  type Dist,
} from "../support/build-site.ts";
import { readElements } from "../support/read-page.ts";
import { changeSettings } from "../support/settings.ts";
import { awkwardTitle, siteContent } from "../support/site-content.ts";

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

describe("the weekly digest", () => {
  let running: Dist;
  let over: Dist;
  const read = async (files: Dist) =>
    (await new Parser().parseString(pageAt(files, "/newsletter.xml"))).items;

  beforeAll(async () => {
    // Ten tags are all that an article may have, and three articles make a feed of one.
    const many = Array.from({ length: 18 }, (_, index): [string, string] => [
      `articles/many-${index}.md`,
      anArticleFile({
        title: `Many ${index}`,
        pubDate: "2025-01-01",
        tags: Array.from(
          { length: 10 },
          (_, tag) => `tag-${Math.floor(index / 3)}${tag}`,
        ),
      }),
    ]);
    const root = makeSite([...siteContent(), ...many]);
    running = await buildSite(root, { BUILD_NOW: "2026-06-07T23:59:59Z" });
    over = await buildSite(root, { BUILD_NOW: "2026-06-08" });
  });

  test("brings a week when it is over, and then for good", async () => {
    const [before, after] = [await read(running), await read(over)];
    expect(after[0]).toMatchObject({
      guid: "tag:saucepan.example,2026:/newsletter/2026-W23",
      title: "Three new articles, 1–7 June 2026",
      isoDate: "2026-06-08T00:00:00.000Z",
    });
    expect(before.length).toBeGreaterThan(3);
    expect(after.slice(1)).toEqual(before);
  });

  test("says the same to another reader, titles as they were written", async () => {
    const items = parseRssFeed(pageAt(over, "/newsletter.xml")).items ?? [];
    expect(items.map(({ guid }) => guid?.value)).toEqual(
      (await read(over)).map(({ guid }) => guid),
    );
    // HTML that says it.
    expect(items[0]?.description).toBe(
      escapeXml(`Everything · In MDX · ${awkwardTitle}`),
    );
    expect(items[0]?.content?.encoded).toContain(
      '<h2><a href="https://saucepan.example/articles/in-mdx/">In MDX</a></h2>',
    );
  });

  test("with sixty tags the page of feeds keeps them folded, and weighs no more than another", () => {
    const html = pageAt(over, "/subscribe/");
    expect(html).toMatch(/<details[^]*Tags[^]*>62 feeds</);
    expect(html.match(/<details/g)).toHaveLength(1);
    expect(gzipSync(html).length).toBeLessThanOrEqual(14_000);
  });
});

test("a newsletter that cannot be sent to stops the build, with what to write and no trace", async () => {
  const root = makeSite([]);
  changeSettings(root, {
    newsletter: {
      provider: "other",
      action: "http://lists.example.org/join",
      field: "email",
    },
  });
  const { code, output } = await run(root, "build");
  expect(code).toBe(1);
  expect(output).toMatch(
    /^src\/site\.ts:1:\d+  newsletter\.action\n  "http:\/\/lists\.example\.org\/join" is not an address with https\.\n  Write the whole address/m,
  );
  expect(output).not.toMatch(/^\s+at /m);
  expect(existsSync(join(root, "dist"))).toBe(false);
});
