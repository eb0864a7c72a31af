import sharp from "sharp";
import { describe, expect, inject, test } from "vitest";
import {
  buildSite,
  differences,
  layersOf,
  makeSite,
  pageAt,
  readDist,
  run,
  type Dist,
} from "../support/build-site.ts";
import {
  canary,
  canaryColour,
  publishedCount,
  siteContent,
} from "../support/site-content.ts";

const dist = readDist(inject("site"));

/** Files of a build in whose name, bytes or compressed layers the canary is. */
const sightings = (built: Dist) =>
  [...built]
    .filter(
      ([path, bytes]) =>
        path.includes(canary) ||
        layersOf(bytes, path).some((layer) => layer.includes(canary)),
    )
    .map(([path]) => path);

/** Pictures of a build that have the colour of unpublished articles' pictures. */
const pictureSightings = async (built: Dist) => {
  const seen: string[] = [];
  for (const [path, bytes] of built) {
    if (!/\.(?:webp|png|jpe?g|avif|gif)$/.test(path)) continue;
    const { dominant } = await sharp(bytes).stats();
    if (
      Math.abs(dominant.r - canaryColour.r) < 16 &&
      dominant.g < 16 &&
      Math.abs(dominant.b - canaryColour.b) < 16
    )
      seen.push(path);
  }
  return seen;
};

describe("drafts and scheduled articles are nowhere in a build", () => {
  test("not in any file's name, bytes or compressed layers", () => {
    expect(sightings(dist)).toEqual([]);
  });

  test("not as a picture, whatever its name and form", async () => {
    expect(await pictureSightings(dist)).toEqual([]);
  });

  test("what the two tests above look for is found once the articles are out", async () => {
    const content = new Map(siteContent());
    for (const [path, file] of content)
      if (/articles\/scheduled-qzxcanary\/index.md$/.test(path))
        content.set(path, String(file).replace("2026-06-16", "2026-06-14"));
    const root = makeSite(content);
    const built = await buildSite(root);
    expect(sightings(built)).toContain(
      `articles/scheduled-${canary}/index.html`,
    );
    expect(await pictureSightings(built)).not.toEqual([]);
  });
});

describe("what is published is everywhere it belongs", () => {
  const addresses = [...siteContent().keys()]
    .filter(
      (path) => /^articles\/.*\.mdx?$/.test(path) && !path.includes(canary),
    )
    .map((path) => `/${path.replace(/(?:\/index)?\.mdx?$/, "/")}`);

  test("as many articles are built as are on disk, less those with a canary", () => {
    expect(addresses).toHaveLength(publishedCount);
    const built = [...dist.keys()].filter((path) =>
      /^articles\/[^/]+\/index\.html$/.test(path),
    );
    expect(
      built.map((path) => `/${path.replace("index.html", "")}`).sort(),
    ).toEqual(addresses.sort());
  });

  test.each([
    [
      "listing",
      () => pageAt(dist, "/articles/") + pageAt(dist, "/articles/page/2/"),
    ],
    [
      "archive of its years",
      () => pageAt(dist, "/archive/2025/") + pageAt(dist, "/archive/2026/"),
    ],
    [
      "categories",
      () =>
        ["work", "equipment"]
          .map((name) => pageAt(dist, `/categories/${name}/`))
          .join(""),
    ],
    ["feed", () => pageAt(dist, "/rss.xml")],
    ["sitemap", () => pageAt(dist, "/sitemap-0.xml")],
  ])("every article is in the %s", (name, read) => {
    const text = read();
    expect(
      addresses.filter(
        (address) =>
          // The sitemap leaves an article to the site where it first appeared.
          !(name === "sitemap" && address === "/articles/replaced/") &&
          !text.includes(`${address}"`) &&
          !text.includes(`${address}<`),
      ),
    ).toEqual([]);
  });

  test("a scheduled article that replaces another is not named by it before it is out", () => {
    expect(pageAt(dist, "/articles/replaced-by-a-secret/")).not.toContain(
      "Replaced by",
    );
    expect(pageAt(dist, "/articles/replaced/")).toMatch(
      /<a href="\/articles\/everything\/"[^>]*>Everything<\/a>/,
    );
  });
});

test("DEV=1 in the shell of whoever builds publishes nothing more", async () => {
  const root = makeSite(siteContent());
  const { code, output } = await run(root, "build", {
    DEV: "1",
    MODE: "development",
  });
  expect(code, output).toBe(0);
  expect(differences(dist, readDist(root))).toEqual([]);
  expect(output).toContain("36 articles: 31 published, 3 drafts, 2 scheduled");
});
