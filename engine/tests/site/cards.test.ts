import sharp from "sharp";
import { describe, expect, inject, test } from "vitest";
import { addresses, toCardAddress } from "#urls.ts";
import { pageAt, readDist } from "../support/build-site.ts";
import { isRedirect } from "../support/page-kinds.ts";
import { canary } from "../support/site-content.ts";

const dist = readDist(inject("site"));

/** The pages that a search engine may list, by the address of their listing's first page. */
const listed = new Set(
  [...dist]
    .filter(
      ([path, page]) =>
        path.endsWith(".html") &&
        !isRedirect(page) &&
        !page.includes('<meta name="robots" content="noindex"'),
    )
    .map(([path]) =>
      `/${path}`.replace(/index\.html$/, "").replace(/page\/\d+\/$/, ""),
    ),
);
const cards = [...dist.keys()].filter((path) => path.startsWith("cards/"));

describe("share images", () => {
  test("every page that may be listed has one, a PNG of 1200 × 630", async () => {
    expect(listed.size).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (const address of listed) {
      const card = dist.get(toCardAddress(address).slice(1));
      // The whole picture is decoded, which metadata alone would not do.
      const seen =
        card &&
        (await sharp(card)
          .raw()
          .toBuffer()
          .then(() => sharp(card).metadata()));
      if (seen?.format !== "png" || seen.width !== 1200 || seen.height !== 630)
        wrong.push(address);
    }
    expect(wrong).toEqual([]);
  });

  test("there is none of a page that is not there", () => {
    const expected = new Set(
      [...listed].map((address) => toCardAddress(address).slice(1)),
    );
    expect(cards.filter((path) => !expected.has(path))).toEqual([]);
  });

  test("there is none of what is not published, nor of the topics that only such articles name", () => {
    expect(cards.filter((path) => path.includes(canary))).toEqual([]);
    expect(cards).toContain("cards/articles/everything.png");
  });

  test("an article's own cover is on its card: its colour, where others have the drawn art", async () => {
    const { data } = await sharp(dist.get("cards/articles/everything.png"))
      .extract({ left: 948, top: 315, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data]).toEqual([20, 120, 60]);
  });

  test("drawn art stays below 60 kB", () => {
    const heavy = cards.filter((path) => dist.get(path)!.length > 60_000);
    expect(heavy).toEqual([]);
  });

  test("none carries a word about who made it, when or with what", async () => {
    for (const path of cards.slice(0, 5)) {
      const { exif, xmp, icc, comments } = await sharp(
        dist.get(path),
      ).metadata();
      expect({ exif, xmp, icc, comments }).toEqual({});
    }
  });
});

describe("icons", () => {
  const home = pageAt(dist, addresses.home);
  const hrefsOf = (rel: string) =>
    [...home.matchAll(/<link [^>]*>/g)]
      .filter(([link]) => link.includes(`rel="${rel}"`))
      .map(([link]) => /href="([^"]*)"/.exec(link)?.[1]?.slice(1) ?? "");

  test("every icon the home page names is there, and nothing but the drawing comes first", () => {
    expect(hrefsOf("icon")).toEqual(["favicon.svg", "favicon.ico"]);
    expect(hrefsOf("apple-touch-icon")).toEqual(["apple-touch-icon.png"]);
    for (const path of [...hrefsOf("icon"), ...hrefsOf("apple-touch-icon")])
      expect([...dist.keys()]).toContain(path);
  });

  test("the manifest's icons are as large as it says", async () => {
    const [path = ""] = hrefsOf("manifest");
    const manifest = JSON.parse(String(dist.get(path))) as {
      icons: { src: string; sizes: string }[];
    };
    expect(manifest.icons).toHaveLength(3);
    for (const { src, sizes } of manifest.icons) {
      const { width, height } = await sharp(dist.get(src.slice(1))).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  });

  test("only the page that a home screen leads to names the manifest: Chrome fetches it with every page that does", () => {
    const naming = [...dist].filter(([, page]) =>
      page.includes('rel="manifest"'),
    );
    expect(naming.map(([path]) => path)).toEqual(["index.html"]);
  });
});
