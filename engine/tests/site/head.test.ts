import { describe, expect, inject, test } from "vitest";
import { readDist } from "../support/build-site.ts";
import { readPages, type Page } from "../support/read-page.ts";
import { awkwardTitle } from "../support/site-content.ts";

const host = "https://saucepan.example";
const dist = readDist(inject("site"));
const pages = readPages(dist);
const indexed = pages.filter(({ isIndexed }) => isIndexed);
const articles = pages.filter(({ address }) =>
  /^\/articles\/[^/]+\/$/.test(address),
);
const pageAt = (address: string): Page =>
  pages.find((page) => page.address === address)!;
const links = (page: Page, attributes: Record<string, string>) =>
  page.all("link", attributes).map(({ attributes: { href } }) => href);

describe("the head of every page", () => {
  test("has the ground of both themes", () => {
    expect(pages.length).toBeGreaterThan(50);
    for (const page of pages) {
      expect(
        page
          .all("meta", { name: "theme-color" })
          .map(({ attributes }) => attributes.media),
      ).toEqual([
        "(prefers-color-scheme: light)",
        "(prefers-color-scheme: dark)",
      ]);
    }
  });

  test("that is for search engines says where the page belongs and how it looks where it is shared", () => {
    for (const page of indexed) {
      expect(page.canonical, page.address).toMatch(/^https:\/\//);
      // Google shows the card small without it.
      expect(page.meta("robots")).toBe("max-image-preview:large");
      expect(page.meta("og:url")).toBe(page.canonical);
      expect(page.meta("og:site_name")).toBe("Saucepan");
      expect(page.meta("og:locale")).toBe("en_GB");
      expect(page.meta("og:description")).toBe(page.meta("description"));
      expect(page.meta("og:type")).toBe(
        articles.includes(page) ? "article" : "website",
      );
      const title = page.meta("og:title")!;
      expect(page.all("title")[0]?.text).toContain(title.replace(/\s+/g, " "));
      expect(page.meta("og:image")).toMatch(
        /^https:\/\/saucepan\.example\/cards\/[\w/-]+\.png$/,
      );
      expect(page.meta("og:image:type")).toBe("image/png");
      expect(page.meta("og:image:width")).toBe("1200");
      expect(page.meta("og:image:height")).toBe("630");
      expect(page.meta("og:image:alt")).toContain(
        title.replace(/(?: \((?:tag|series)\))?(?:, page \d+)?$/, ""),
      );
      expect(page.meta("twitter:image:alt")).toBe(page.meta("og:image:alt"));
      expect(page.meta("twitter:card")).toBe("summary_large_image");
    }
  });

  test("offers feeds: its own first, where it lists what can be followed, and the site's", () => {
    const toOffers = (page: Page) =>
      page
        .all("link", { rel: "alternate" })
        .map(({ attributes }) => attributes)
        .filter(({ type }) => type !== "text/markdown");
    const site = [
      ["application/rss+xml", "Saucepan (RSS)", "/rss.xml"],
      ["application/atom+xml", "Saucepan (Atom)", "/atom.xml"],
      ["application/feed+json", "Saucepan (JSON)", "/feed.json"],
    ];
    const toRows = (page: Page) =>
      toOffers(page).map(({ type, title, href }) => [type, title, href]);
    let own = 0;
    for (const page of pages) {
      const rows = toRows(page);
      expect(rows.slice(-3), page.address).toEqual(site);
      const [, topic] =
        /^(\/(?:(?:categories|tags|series|authors)\/[^/]+|tools)\/)/.exec(
          page.address,
        ) ?? [];
      if (!topic || !dist.has(`${topic.slice(1)}rss.xml`))
        expect(rows).toHaveLength(3);
      else {
        own++;
        // The publication's own page has the feeds that its routes write.
        const files =
          topic === "/tools/"
            ? ["rss.xml", "atom.xml", "feed.json"]
            : ["rss.xml"];
        expect(rows.slice(0, -3).map(([, , href]) => href)).toEqual(
          files.map((file) => topic + file),
        );
      }
    }
    expect(own).toBeGreaterThan(5);
    expect(toRows(pageAt("/authors/guest/"))[0]?.[1]).toBe(
      "Saucepan: articles by A & B (RSS)",
    );
  });

  test("names the site once in its title, whatever the page is called", () => {
    for (const page of pages.filter(({ address }) => address !== "/"))
      expect(
        page.all("title")[0]?.text.match(/Saucepan/g),
        page.address,
      ).toHaveLength(1);
  });

  test("names a tag and the page of its list in its title", () => {
    expect(pageAt("/tags/shared/page/2/").all("title")[0]?.text).toBe(
      "Shared & common (tag), page 2 · Saucepan",
    );
  });

  test("says nothing twice", () => {
    const manifold = /^(?:theme-color|article:(?:tag|author))$/;
    for (const page of pages) {
      const names = page
        .all("meta")
        .map(({ attributes }) => attributes.property ?? attributes.name ?? "")
        .filter((name) => name !== "" && !manifold.test(name));
      expect(new Set(names).size, page.address).toBe(names.length);
    }
  });

  test("that is not for search engines has neither an address nor a picture to share", () => {
    const hidden = pages.filter(({ isIndexed }) => !isIndexed);
    expect(hidden.map(({ address }) => address)).toEqual(
      expect.arrayContaining(["/404.html", "/search/", "/reading-list/"]),
    );
    for (const page of hidden) {
      expect(page.canonical, page.address).toBeUndefined();
      expect(
        page
          .all("meta")
          .map(({ attributes }) => attributes.property)
          .filter((property) => property !== undefined),
      ).toEqual([]);
    }
  });

  test("leads back and on where a list has several pages, whose pages share the first one's card", () => {
    const [first, second] = [pageAt("/articles/"), pageAt("/articles/page/2/")];
    expect(links(first, { rel: "next" })).toEqual(["/articles/page/2/"]);
    expect(links(second, { rel: "prev" })).toEqual(["/articles/"]);
    for (const name of ["og:image", "og:image:alt"])
      expect(second.meta(name)).toBe(first.meta(name));
    expect(second.canonical).toBe(`${host}/articles/page/2/`);
  });
});

describe("the head of an article", () => {
  test("has the days, the authors, the category and the tags that its page shows", () => {
    for (const page of articles) {
      const times = page.all("time");
      const updated = times.find(({ within }) =>
        within.at(-1)?.text.startsWith("Updated"),
      );
      expect(page.meta("article:published_time")).toBe(
        times[0]?.attributes.datetime,
      );
      expect(page.meta("article:modified_time")).toBe(
        (updated ?? times[0])?.attributes.datetime,
      );
      expect(page.metas("article:author")).toEqual(
        page
          .all("a", { rel: "author" })
          .map(({ attributes }) => host + attributes.href),
      );
      expect(page.metas("article:tag")).toEqual(
        page.all("a", { rel: "tag" }).map(({ text }) => text),
      );
      expect(page.metas("article:section")).toHaveLength(1);
    }
    const everything = pageAt("/articles/everything/");
    expect(everything.meta("article:modified_time")).toBe("2026-06-10");
    expect(everything.meta("article:section")).toBe("Work");
    expect(everything.metas("article:author")).toHaveLength(2);
  });

  test("leads to the article's text as Markdown", () => {
    for (const page of articles)
      expect(links(page, { rel: "alternate", type: "text/markdown" })).toEqual([
        page.address.replace(/\/$/, ".md"),
      ]);
    expect(
      links(pageAt("/about/"), { rel: "alternate", type: "text/markdown" }),
    ).toEqual([]);
  });

  test("keeps an awkward title to the letter", () => {
    const page = pageAt("/articles/awkward/");
    expect(page.meta("og:title")).toBe(awkwardTitle);
    expect(page.meta("og:description")).toBe(awkwardTitle);
  });

  test("says that the article belongs to its successor, even where it first appeared elsewhere", () => {
    const page = pageAt("/articles/replaced/");
    expect(page.canonical).toBe(`${host}/articles/everything/`);
    expect(page.meta("og:url")).toBe(page.canonical);
  });
});
