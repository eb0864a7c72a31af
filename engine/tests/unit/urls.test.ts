import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  addresses,
  isReserved,
  toAddressKey,
  toAbsoluteUrl,
  toHref,
  toLinkHref,
  toEditLink,
  toPageAddress,
} from "#urls.ts";
import { printedBy } from "./run-node.ts";

test.each([
  ["/articles/", 1, "/articles/"],
  ["/articles/", 2, "/articles/page/2/"],
  ["/tags/baking/", 12, "/tags/baking/page/12/"],
])("%s, page %i: %s", (listing, page, address) => {
  expect(toPageAddress(listing, page)).toBe(address);
});

test.each([
  [
    "https://github.com/you/site/edit/main",
    "https://github.com/you/site/edit/main/src/content/articles/caf%C3%A9.md",
  ],
  [
    "https://git.example/you/site/-/edit/main/",
    "https://git.example/you/site/-/edit/main/src/content/articles/caf%C3%A9.md",
  ],
])("in the repository %s the edit link is %s", (repository, href) => {
  expect(toEditLink("src/content/articles/café.md", repository)).toBe(href);
});

test.each(["/rss.xml", "https://example.org/book"])(
  "a link to %s",
  (address) => {
    expect(toLinkHref(address)).toBe(address);
  },
);

describe("at the root of its own host", () => {
  test.each(["/", "/articles/a-title/", "/rss.xml"])("%s stays", (address) => {
    expect(toHref(address)).toBe(address);
    expect(toAbsoluteUrl(address)).toBe(`https://saucepan.example${address}`);
  });
});

describe("under a path of another site", () => {
  const settings = ["/journal/", "journal", "/journal", "//journal//"];
  test.each(settings)(
    "SITE_BASE=%s is prepended to every address",
    (SITE_BASE) => {
      const printed = printedBy(
        `import { toAbsoluteUrl, toHref } from "gatepost/urls.ts";
      for (const address of ["/", "/articles/a/", "/rss.xml"])
        console.log(toHref(address), toAbsoluteUrl(address));`,
        { SITE_BASE, SITE_ADDRESS: "https://example.org" },
      );
      expect(printed.split("\n")).toEqual([
        "/journal/ https://example.org/journal/",
        "/journal/articles/a/ https://example.org/journal/articles/a/",
        "/journal/rss.xml https://example.org/journal/rss.xml",
      ]);
    },
  );

  test("a base path may have several segments", () => {
    const printed = printedBy(
      `import { toHref } from "gatepost/urls.ts"; console.log(toHref("/about/"));`,
      { SITE_BASE: "/people/me/" },
    );
    expect(printed).toBe("/people/me/about/");
  });
});

test("addresses of pages begin and end with a slash; all others have an extension", () => {
  for (const address of Object.values(addresses))
    expect(typeof address === "string" ? address : address("a-title")).toMatch(
      /^\/(?:[\w.-]+\/)*(?:[\w-]+\.\w+)?$/,
    );
});

test("a page in src/content/pages cannot replace a route or file of the site", () => {
  const routes = readdirSync(new URL("../../routes", import.meta.url))
    .map((name) => name.replace(/\.(?:astro|ts)$/, ""))
    .filter((name) => !/^[_[]/.test(name));
  expect(routes).toContain("reading-list");
  expect(routes.filter((name) => !isReserved(name))).toEqual([]);
  for (const name of [
    "rss.xml",
    "atom-12.xml",
    "feed.json",
    "cards",
    "pagefind",
    "sitemap-0.xml",
    "_astro",
    "404.html",
    "favicon.ico",
    "favicon.svg",
    "apple-touch-icon.png",
    "icon-maskable-512.png",
  ])
    expect(isReserved(name), name).toBe(true);
  for (const name of ["about", "rss.xml.md", "xrss.xml", "icon-.png", ""])
    expect(isReserved(name), name).toBe(false);
});

test("addresses that a web server treats as the same have the same key", () => {
  for (const address of ["/About/", "about", "/about/index.html"])
    expect(toAddressKey(address)).toBe("about");
  expect(toAddressKey("/index.html")).toBe(toAddressKey("/"));
  expect(toAddressKey("/about-index.html")).toBe("about-index.html");
});
