import { join } from "node:path";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, inject, test } from "vitest";
import {
  buildSite,
  copySite,
  differences,
  pageAt,
  readDist,
} from "../support/build-site.ts";
import { now } from "../support/site-content.ts";

const dist = readDist(inject("site"));
const advertised = "/articles/advertised/";
const aside = /<aside class="ad-break[^]*?<\/aside>/g;
const adsOn = (address: string) =>
  [...pageAt(dist, address).matchAll(aside)].map(([ad]) => ad);

describe("with the publication's own advertisements", () => {
  test("a long article has two of its topics, after a third of its text and at its end", () => {
    const ads = adsOn(advertised);
    expect(ads).toHaveLength(2);
    for (const ad of ads) expect(ad).toContain(">Advertisement<");
    expect(ads.join()).toContain('href="https://example.org/book"');
    expect(ads.join()).toContain('href="/about/"');
    const [before, between, after] = pageAt(dist, advertised).split(aside);
    expect(before!.split("twenty words")).toHaveLength(8 + 1);
    expect(between!.split("twenty words")).toHaveLength(16 + 1);
    expect(after).toContain("Read next");
  });

  test("only articles of these topics have any", () => {
    const others = [...dist].filter(
      ([path, file]) =>
        path !== "articles/advertised/index.html" && file.includes("ad-break"),
    );
    expect(
      others.map(([path]) => path).filter((path) => !/\.css$/.test(path)),
    ).toEqual([]);
  });

  test("feeds, Markdown copies and structured data have none", () => {
    const copies = [...dist].filter(
      ([path, file]) =>
        !/^_astro\/|advertised\/index\.html$/.test(path) &&
        /Get it|six evenings/.test(file.toString()),
    );
    // The fixture names the book in two texts and on the page of one.
    expect(copies.map(([path]) => path).sort()).toEqual([
      "articles/everything/index.html",
      "articles/in-mdx/index.html",
      "articles/no-contents/index.html",
    ]);
  });
});

test("an article with `ads: false` differs from the same one with advertisements only by them", async () => {
  const root = copySite(inject("site"));
  const file = join(root, "src/content", "articles/advertised.md");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace("---\n", "---\nads: false\n"),
  );
  const without = await buildSite(root, { BUILD_NOW: now });
  const path = "articles/advertised/index.html";
  const page = pageAt(dist, advertised).replace(aside, "");
  expect(
    differences(new Map([...dist, [path, Buffer.from(page)]]), without),
  ).toEqual([]);
});
