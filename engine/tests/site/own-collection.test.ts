import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "yaml";
import { describe, expect, inject, test } from "vitest";
import { readCacheFile } from "#files/cache-file.ts";
import { fromIndexed } from "#search/index-words.ts";
import { pageAt, readDist } from "../support/build-site.ts";
import { Page } from "../support/read-page.ts";

const root = inject("site");
const dist = readDist(root);
const text = (address: string) => pageAt(dist, address);
const read = (address: string) =>
  new Page(`${address.slice(1)}index.html`, text(address));
const pan = read("/tools/pan/");

describe("a publication's own collection", () => {
  test("has pages with the text of its files, and the articles that link to them", () => {
    expect(pan.all("h2")[0]).toMatchObject({
      text: "Care",
      attributes: { id: "care" },
    });
    expect(pan.all("p", { id: "price" })[0]?.text).toBe("40 EUR");
    expect(
      pan
        .all("a")
        .filter(({ within }) => within.some(({ name }) => name === "main"))
        .map(({ attributes: { href } }) => href),
    ).toEqual(["#care", "/articles/plain-5/", "#price", "/articles/plain-7/"]);
    expect(
      read("/tools/pot/").all("a", { href: "/articles/plain-7/" }),
    ).toEqual([]);
  });

  test("has a page in the menu", () => {
    expect(pan.all("a", { href: "/tools/" }).map(({ text }) => text)).toContain(
      "Tools",
    );
  });

  test("has share images, and its other page has one too", () => {
    for (const [address, card] of [
      ["/tools/pan/", "/cards/tools/pan.png"],
      ["/tools/", "/cards/tools.png"],
    ] as const) {
      expect(read(address).meta("og:image")).toBe(
        `https://saucepan.example${card}`,
      );
      expect(dist.has(card.slice(1))).toBe(true);
    }
  });

  test("is in the sitemap, with the date of each page", () => {
    expect(text("/sitemap-0.xml")).toContain(
      "<loc>https://saucepan.example/tools/pan/</loc><lastmod>2026-02-03T00:00:00.000Z</lastmod>",
    );
    expect(text("/sitemap-0.xml")).toContain(
      "<loc>https://saucepan.example/tools/</loc>",
    );
  });

  test("has structured data of its own", () => {
    const [script] = pan.all("script", { type: "application/ld+json" });
    expect(JSON.parse(script?.text ?? "")["@graph"]).toMatchObject([
      {
        "@type": "Product",
        name: "Frying pan",
        url: "https://saucepan.example/tools/pan/",
      },
      {
        "@type": "BreadcrumbList",
        itemListElement: [
          { name: "Saucepan" },
          { name: "Tools", item: "https://saucepan.example/tools/" },
          { name: "Frying pan" },
        ],
      },
    ]);
  });

  test("is in the search index, with its kicker", () => {
    const found = [...dist]
      .filter(([path]) => path.startsWith("pagefind/fragment/"))
      .map(([, bytes]) =>
        JSON.parse(gunzipSync(bytes).toString().replace(/^\w+/, "")),
      )
      .find(({ url }) => url === "/tools/pan/");
    expect(fromIndexed(found.meta.title)).toBe("Frying pan");
    expect(fromIndexed(found.meta.kind)).toBe("Tool");
    expect(fromIndexed(found.content)).toContain("Oil it after each use.");
  });

  test("has aliases that redirect to its pages, with their Markdown copies", () => {
    expect(
      read("/tools/skillet/").all("link", { rel: "canonical" })[0]?.attributes
        .href,
    ).toBe("https://saucepan.example/tools/pan/");
    expect(text("/_redirects")).toContain(`/tools/skillet/ /tools/pan/ 301
/tools/skillet.md /tools/pan.md 301
`);
  });

  test("has Markdown copies with the front matter, and lines in llms.txt", () => {
    const [, yaml = "", body] = text("/tools/pan.md").split("---\n");
    expect(parse(yaml)).toMatchObject({
      title: "Frying pan",
      url: "https://saucepan.example/tools/pan/",
      price: { amount: 40, currency: "EUR" },
    });
    expect(body).toMatch(
      /^\n# Frying pan\n\nIt keeps its heat: \*sear\* in it/,
    );
    expect(pan.all("link", { type: "text/markdown" })[0]?.attributes.href).toBe(
      "/tools/pan.md",
    );
    expect(text("/llms.txt")).toContain(`## Tools

- [Frying pan](https://saucepan.example/tools/pan.md): A heavy pan for searing.
- [Casserole & lid](https://saucepan.example/tools/pot.md): For everything that takes hours.
`);
    expect(text("/llms.txt")).toContain(
      "- [All our tools](https://saucepan.example/tools/): What we cook with, and what it cost.",
    );
  });

  test("has feeds with permanent ids, which feeds.opml and the pages' heads name", () => {
    const id = "tag:saucepan.example,2026:/tools/pot";
    expect(text("/tools/rss.xml")).toContain(`>${id}</guid>`);
    expect(text("/tools/atom.xml")).toContain(`<id>${id}</id>`);
    expect(JSON.parse(text("/tools/feed.json"))).toMatchObject({
      title: "Saucepan: new tools",
      home_page_url: "https://saucepan.example/tools/",
      feed_url: "https://saucepan.example/tools/feed.json",
      items: [
        { id, title: "New: Casserole & lid" },
        { id: "tag:saucepan.example,2026:/tools/pan" },
      ],
    });
    expect(text("/feeds.opml")).toContain(
      'xmlUrl="https://saucepan.example/tools/rss.xml"',
    );
    expect(
      pan
        .all("link", { rel: "alternate", type: "application/feed+json" })
        .map(({ attributes }) => attributes.href),
    ).toEqual(["/tools/feed.json", "/feed.json"]);
  });

  test("has the site's policy in the headers for hosts", () => {
    expect(text("/_headers")).toMatch(
      /^\/tools\/\*\n {2}Content-Security-Policy: default-src/m,
    );
  });

  test("can be data for others", () => {
    expect(JSON.parse(text("/tools.json"))).toMatchObject([
      { id: "pan", fields: { bought: "2026-02-03", usedWith: [] } },
      { id: "pot" },
    ]);
  });

  test("a build after an edit renders a page of it only if its props have changed", () => {
    const { paths } = JSON.parse(
      String(readCacheFile(join(root, ".cache/build/record.json"))),
    ) as { paths: { file: string; key?: string }[] };
    const keyOf = (file: string) =>
      paths.find((path) => path.file === file)?.key;
    expect(keyOf("tools/pan/index.html")).toBeTruthy();
    expect(keyOf("tools/pan.md")).toBeTruthy();
    expect(keyOf("tools/index.html")).toBeUndefined();
  });
});
