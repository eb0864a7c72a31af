import { describe, expect, inject, test } from "vitest";
import { pageAt, readDist } from "../support/build-site.ts";
import { apart, host } from "../support/journal.ts";
import { sightings } from "../support/sightings.ts";

const { root } = inject("journal");
const dist = readDist(root);

describe("an unlisted article", () => {
  test("is nowhere but at its own address and its alias: in no list, feed, sitemap, search index or redirect file", () => {
    expect(sightings(dist, apart)).toEqual([
      `articles/${apart}.md`,
      `articles/${apart}/index.html`,
      `cards/articles/${apart}.png`,
      `old-${apart}/index.html`,
    ]);
  });

  const page = pageAt(dist, `/articles/${apart}/`);

  test("is not for search engines, and a link to it has a share image", () => {
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain(
      `<meta property="og:image" content="${host}/journal/cards/articles/${apart}.png">`,
    );
    expect(page).not.toContain("data-pagefind-body");
    expect(page).not.toContain("ld+json");
  });

  test("has no neighbours, and links only to topics that have pages", () => {
    expect(page).not.toMatch(/rel="(?:prev|next)"/);
    expect(page).toContain('href="/journal/topics/"');
    expect(page).toContain('href="/journal/tags/shared/"');
    expect(page).not.toContain(`/tags/${apart}/`);
    expect(page).toContain('href="/journal/series/ladder/"');
  });

  test("says which article replaces it, and replaces none", () => {
    expect(page).toContain("Replaced by");
    expect(pageAt(dist, "/articles/linking/")).not.toContain("Replaced by");
  });
});
