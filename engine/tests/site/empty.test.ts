import { parseAtomFeed, parseOpml, parseRssFeed } from "feedsmith";
import { beforeAll, describe, expect, test } from "vitest";
import {
  buildSite,
  makeSite,
  pageAt,
  type Dist,
} from "../support/build-site.ts";
import { ground } from "../support/fixture.ts";

let dist: Dist;
beforeAll(async () => {
  // No folder of articles, categories, tags, series or pages: git keeps no empty ones.
  const root = makeSite(
    ground.filter(([file]) => !file.startsWith("categories/")),
  );
  dist = await buildSite(root);
});

describe("a site on which nothing has appeared yet", () => {
  test("has every feed that its pages name", () => {
    const named = new Set(
      [...dist].flatMap(([path, bytes]) =>
        path.endsWith(".html")
          ? [
              ...bytes
                .toString()
                .matchAll(/(?<=href=")[^"]*\/(?:rss|atom|feed)\.\w+(?=")/g),
            ].map(String)
          : [],
      ),
    );
    expect([...named].sort()).toEqual([
      "/atom.xml",
      "/feed.json",
      "/rss.xml",
      "/tools/atom.xml",
      "/tools/feed.json",
      "/tools/rss.xml",
    ]);
    for (const address of named) pageAt(dist, address);
  });

  test("has them empty, for readers to wait on", () => {
    const rss = parseRssFeed(pageAt(dist, "/rss.xml"));
    const atom = parseAtomFeed(pageAt(dist, "/atom.xml"));
    const json = JSON.parse(pageAt(dist, "/feed.json")) as {
      title: string;
      items: unknown[];
    };
    const digest = parseRssFeed(pageAt(dist, "/newsletter.xml"));
    for (const { title } of [rss, json]) expect(title).toBe("Saucepan");
    expect(atom.title?.value).toBe("Saucepan");
    expect([rss.items, atom.entries, json.items, digest.items]).toEqual([
      undefined,
      undefined,
      [],
      undefined,
    ]);
    for (const date of [rss.lastBuildDate, atom.updated, digest.lastBuildDate])
      expect(Date.parse(date!)).toBe(Date.parse("2026-01-01"));
  });

  test("offers its feed to whoever subscribes, and in the file of all feeds", () => {
    expect(pageAt(dist, "/subscribe/")).toContain(
      'value="https://saucepan.example/rss.xml"',
    );
    const { body } = parseOpml(pageAt(dist, "/feeds.opml"));
    expect(body?.outlines?.map(({ xmlUrl }) => xmlUrl)).toEqual([
      "https://saucepan.example/rss.xml",
      "https://saucepan.example/tools/rss.xml",
    ]);
  });
});
