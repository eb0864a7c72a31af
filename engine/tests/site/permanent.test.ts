import { describe, expect, inject, test } from "vitest";
import { pageAt, readDist } from "../support/build-site.ts";
import { readContentFile } from "../support/run-command.ts";
import { sightings } from "../support/sightings.ts";
import { old } from "../support/journal.ts";
import { canary } from "../support/site-content.ts";

const oldId = "tag:saucepan.example,2026:/articles/first-name/";
const { root } = inject("journal");
const dist = readDist(root);

describe("a renamed article", () => {
  test("is reached from its old address, in a browser and by what hosts read", () => {
    for (const address of [
      "/articles/first-name/",
      "/2019/renamed.html",
      "/series/merged/",
    ])
      expect(pageAt(dist, address)).toContain(
        '<meta http-equiv="refresh" content="0; url=/journal/articles/second-name/">',
      );
    expect(
      pageAt(dist, "/_redirects")
        .split("\n")
        .filter((line) => line.includes("second-name")),
    ).toEqual([
      "/journal/2019/renamed.html /journal/articles/second-name/ 301",
      "/journal/th%C3%A9/ /journal/articles/second-name/ 301",
      "/journal/c++/it's-new,(a%3Ab)=c;d@e&f!/ /journal/articles/second-name/ 301",
      "/journal/series/merged/ /journal/articles/second-name/ 301",
      "/journal/articles/first-name/ /journal/articles/second-name/ 301",
      "/journal/articles/first-name.md /journal/articles/second-name.md 301",
    ]);
    expect(pageAt(dist, "/.htaccess")).toContain(
      "RedirectMatch permanent ^/journal/articles/first-name/?$ /journal/articles/second-name/\n",
    );
  });

  test("is the one that subscribers know", () => {
    const feed = pageAt(dist, "/rss.xml");
    expect(feed).toContain(`<guid isPermaLink="false">${oldId}</guid>`);
    expect(feed).toContain("/journal/articles/second-name/</link>");
    expect(feed).not.toContain("second-name/</guid>");
  });

  test("is linked to by its new name", () => {
    expect(pageAt(dist, "/articles/linking/")).toContain(
      'href="/journal/articles/second-name/#why"',
    );
  });
});

describe("an article that was withdrawn", () => {
  test("leaves a page that says so, when and why, and where the others are", () => {
    const page = pageAt(dist, "/articles/withdrawn/");
    expect(page).toContain("This page has been withdrawn");
    expect(page).toContain('<time datetime="2026-06-15">15 June 2026</time>');
    expect(page).toContain("Reason: The &lt;cake&gt; &amp; its book are gone.");
    expect(page).toContain('href="/journal/archive/"');
    expect(page).toContain('<meta name="robots" content="noindex">');
  });

  test("is gone for search engines and in feeds", () => {
    expect(pageAt(dist, "/articles/withdrawn/.htaccess")).toBe(
      "ErrorDocument 410 /journal/articles/withdrawn/index.html\nRedirectMatch gone ^/journal/articles/withdrawn/?$\n",
    );
    // Some hosts serve it, and the article may have been unlisted.
    expect(pageAt(dist, "/.htaccess")).not.toContain("withdrawn");
    for (const list of ["/rss.xml", "/sitemap-0.xml", "/archive/2026/"])
      expect(pageAt(dist, list)).not.toContain("withdrawn");
  });
});

test("nothing of what never appeared is anywhere, neither its address nor its aliases", () => {
  // It is in the record, though.
  expect(readContentFile(root, "published.json")).toContain(canary);
  // It is a draft, with a private preview, which names no alias.
  expect(sightings(dist, old)).toEqual([
    expect.stringMatching(/^preview\/\w+\/index\.html$/),
  ]);
  expect(sightings(dist, `${old}-before`)).toEqual([]);
});
