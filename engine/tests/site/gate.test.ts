import { realpathSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, inject, test } from "vitest";
import { pageAt, readDist } from "../support/build-site.ts";
import { toEnvironment } from "../support/environment.ts";
import { pictureSightings, sightings } from "../support/sightings.ts";
import {
  canary,
  publishedCount,
  siteContent,
} from "../support/site-content.ts";

const dist = readDist(inject("site"));

describe("drafts and scheduled articles, the environment and the metadata of pictures are nowhere in a build", () => {
  test("not in any file's name, bytes or compressed layers", async () => {
    // Otherwise there would be nothing to find.
    const [, picture] = [...siteContent()].find(([path]) =>
      path.endsWith("field.png"),
    )!;
    const { exif, xmp } = await sharp(picture as Uint8Array).metadata();
    expect([exif, xmp].every((bytes) => bytes?.includes(canary))).toBe(true);
    expect(toEnvironment("production")).toMatchObject({ DEPLOY_TOKEN: canary });
    expect(sightings(dist)).toEqual([]);
  });

  test("nor is a path of the machine, a source map, or a hidden file that no host needs", () => {
    const root = inject("site");
    for (const path of [root, realpathSync(root), process.cwd()])
      expect(sightings(dist, path)).toEqual([]);
    expect(sightings(dist, "sourceMappingURL=")).toEqual([]);
    expect(
      [...dist.keys()].filter((path) =>
        /(?:^|\/)\.(?!htaccess$|well-known\/security\.txt$)|\.map$/.test(path),
      ),
    ).toEqual([]);
  });

  test("not as a picture, whatever its name and form", async () => {
    expect(await pictureSightings(dist)).toEqual([]);
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
