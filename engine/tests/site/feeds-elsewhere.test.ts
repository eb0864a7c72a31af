import { parseJsonFeed } from "feedsmith";
import { expect, inject, test } from "vitest";
import { pageAt, readDist } from "../support/build-site.ts";
import { home, host } from "../support/journal.ts";

const dist = readDist(inject("journal").root);
/**
 * What its texts and settings lead to elsewhere, and what the component Odd writes itself, which knows of no base
 * path.
 */
const elsewhere = new RegExp(
  `^https?://(?:example\\.org|(?:hub|player)\\.example|www\\.youtube|${host.slice(8)}/(?:play/|(?:one|poster)\\.png)$)`,
);

test("under a path of another host every address in a feed and in the file of all feeds is there", () => {
  const wrong: string[] = [];
  const ours = new Set<string>();
  for (const [path, bytes] of dist)
    if (/(?<!sitemap.*)\.xml$|feed\.json$|\.opml$/.test(path))
      for (const [url] of bytes
        .toString()
        .replace(/\\(?=")|<h:wbr\/>/g, "")
        .matchAll(/https?:\/\/[^\s"<>&\\,]+|(?<=href=")\/[^"]*/g)) {
        const address = new URL(url, home).href;
        if (address.startsWith(home))
          ours.add(address.replace(home, "/").replace(/[?#].*/, ""));
        else if (
          !/^https?:\/\/(?:www\.w3\.org|purl\.org|search\.yahoo|jsonfeed)/.test(
            url,
          ) &&
          !elsewhere.test(url)
        )
          wrong.push(`${path}: ${url}`);
      }
  expect(wrong).toEqual([]);
  expect(ours.size).toBeGreaterThan(15);
  for (const address of ours)
    if (!address.endsWith("/film.mp4")) pageAt(dist, address);
});

test("and no id has changed for it", () => {
  const { items } = parseJsonFeed(
    JSON.parse(pageAt(dist, "/feed.json")) as object,
  );
  expect(items?.map(({ id }) => id)).toContain(
    "tag:saucepan.example,2026:/articles/drawn/",
  );
});
