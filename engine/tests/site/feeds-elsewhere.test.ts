import { parseJsonFeed } from "feedsmith";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { anArticleFile } from "../support/an-article.ts";
import {
  buildSite,
  makeSite,
  pageAt,
  type Dist,
} from "../support/build-site.ts";
import { ground } from "../support/fixture.ts";

const home = "https://elsewhere.example/journal/";
let dist: Dist;
beforeAll(async () => {
  const picture = await sharp({
    create: { width: 80, height: 40, channels: 3, background: "green" },
  })
    .png()
    .toBuffer();
  const body = "![A bowl](./p.png) [Two](/articles/two/#a) [three](../two/)\n";
  const root = makeSite([
    ...ground,
    [
      "articles/one/index.md",
      anArticleFile(
        { cover: { image: "./p.png", alt: "" }, supersededBy: "two" },
        body,
      ),
    ],
    ["articles/one/p.png", picture],
    ["articles/two/index.mdx", anArticleFile({}, `## A\n\n${body}`)],
    ["articles/two/p.png", picture],
  ]);
  dist = await buildSite(root, {
    SITE_ADDRESS: "https://elsewhere.example",
    SITE_BASE: "/journal/",
  });
});

test("under a path of another host every address in a feed and in the file of all feeds is there", () => {
  const wrong: string[] = [];
  const ours = new Set<string>();
  for (const [path, bytes] of dist)
    if (/(?<!sitemap.*)\.xml$|feed\.json$|\.opml$/.test(path))
      for (const [url] of bytes
        .toString()
        .replace(/\\(?=")/g, "")
        .matchAll(/https?:\/\/[^\s"<>&\\,]+|(?<=href=")\/[^"]*/g)) {
        const address = new URL(url, home).href;
        if (address.startsWith(home))
          ours.add(address.replace(home, "/").replace(/#.*/, ""));
        else if (
          !/^https?:\/\/(?:www\.w3\.org|purl\.org|search\.yahoo|jsonfeed)/.test(
            url,
          )
        )
          wrong.push(`${path}: ${url}`);
      }
  expect(wrong).toEqual([]);
  expect(ours.size).toBeGreaterThan(15);
  for (const address of ours) pageAt(dist, address);
});

test("and no id has changed for it", () => {
  const { items } = parseJsonFeed(
    JSON.parse(pageAt(dist, "/feed.json")) as object,
  );
  expect(items?.map(({ id }) => id)).toEqual([
    "tag:saucepan.example,2026:/articles/one/",
    "tag:saucepan.example,2026:/articles/two/",
  ]);
});
