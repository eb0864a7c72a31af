import Parser from "rss-parser";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { pageAt, readDist } from "../support/build-site.ts";
import { awkwardTitle, publishedCount } from "../support/site-content.ts";

const xml = pageAt(readDist(inject("site")), "/rss.xml");

describe("the feed, as a feed reader takes it", () => {
  type Item = Parser.Item & { "content:encoded": string; "dc:creator": string };
  let feed: Parser.Output<Item> & { lastBuildDate?: string };
  let items: Item[];
  const find = (title: string) => {
    const item = items.find((candidate) => candidate.title === title);
    if (!item) throw new Error(`The feed has no ${title}`);
    return item;
  };

  beforeAll(async () => {
    feed = await new Parser<object, Item>().parseString(xml);
    items = feed.items;
  });

  test("has the newest first, each once", () => {
    expect(items).toHaveLength(publishedCount);
    const times = items.map(({ isoDate }) => Date.parse(isoDate ?? ""));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(new Set(items.map(({ guid }) => guid)).size).toBe(publishedCount);
  });

  test("brings a title exactly as it was written", () => {
    expect(find(awkwardTitle).contentSnippet).toBe(awkwardTitle);
  });

  test("carries the permanent id: the article's own, or one of its first address", () => {
    expect(find("Everything").guid).toBe("tag:example.org,2019:everything");
    expect(find("Plain 1").guid).toBe(
      "tag:saucepan.example,2026:/articles/plain-1/",
    );
  });

  test("dates an article by the day it appeared, never by its update", () => {
    expect(find("Everything").isoDate).toBe("2026-06-03T04:30:00.000Z");
    expect(find("Plain 5").isoDate).toBe("2026-05-05T00:00:00.000Z");
  });

  test("names authors, category and tags", () => {
    expect(find("Everything")["dc:creator"]).toContain("Saucepan");
    expect(find("Everything").categories).toEqual([
      "Work",
      "Shared & common",
      "Some",
    ]);
  });

  test("was last built when its newest article last changed, not when the site was built", () => {
    expect(feed.lastBuildDate).toBe("Wed, 10 Jun 2026 00:00:00 GMT");
    expect(feed.feedUrl).toBe("https://saucepan.example/rss.xml");
  });

  test.each(["Everything", "In MDX"])(
    "carries the whole text of %s, with every address absolute",
    (title) => {
      const html = find(title)["content:encoded"];
      const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(
        ([, address]) => address,
      );
      expect(addresses.length).toBeGreaterThan(1);
      expect(
        addresses.filter((address) => !/^https:\/\//.test(address ?? "")),
      ).toEqual([]);
      for (const [, set] of html.matchAll(/srcset="([^"]*)"/g))
        expect(
          set?.split(", ").filter((source) => !source.startsWith("https://")),
        ).toEqual([]);
      expect(html).toMatch(/<img[^>]+alt="A field"/);
      expect(html).not.toMatch(
        /<(?:script|style|link|button)|class="(?!language-)|style=|tabindex=|__ASTRO/i,
      );
    },
  );

  test("says that an article was replaced, and what one rests on", () => {
    expect(find("Replaced")["content:encoded"]).toContain(
      '<a href="https://saucepan.example/articles/everything/">read the newer version</a>',
    );
    expect(find("Everything")["content:encoded"]).toMatch(
      /checked 9 June 2026<\/li><\/ol><p>Facts checked 9 June 2026\.<\/p>$/,
    );
  });

  test("sets callouts, figures and tasks apart without our style sheets", () => {
    const html = find("Everything")["content:encoded"];
    expect(html).toContain(
      "<blockquote><p><strong>You need it at 10:30</strong></p><p>Nobody lets you in without it.</p></blockquote>",
    );
    expect(html).toMatch(
      /<figure><img [^>]*\.svg"[^>]*><figcaption>Posts, and what hangs between them\.<\/figcaption><\/figure>/,
    );
    expect(html).toContain("<li><span>☐</span> To do at 10:30</li>");
    expect(html).toContain("<li><span>☑</span> Already done</li>");
    expect(find("In MDX")["content:encoded"]).toContain(
      "<blockquote><p><strong>Kettle</strong></p><p>It says something at 10:30, and 3 things more.</p></blockquote>",
    );
  });

  test("carries code as text, with the name of its file before it and signs before what changed", () => {
    expect(find("Everything")["content:encoded"])
      .toContain(`<figure><figcaption>src/answer.js</figcaption><pre class="language-js"><code><mark> const answer = "text"; // a comment</mark>
<del>-const old = 1;</del>
<ins>+const fresh = 1;</ins></code></pre></figure>`);
  });

  test("carries one plain picture, which every reader can show", () => {
    for (const title of ["Everything", "In MDX"]) {
      const html = find(title)["content:encoded"];
      expect(html).toMatch(
        /<img [^>]*width="1000" height="600" src="https:[^"]*\.webp">/,
      );
      expect(html).not.toMatch(/<picture|<source|srcset|sizes=/);
    }
  });

  test("carries a table that compares as a table, and a checklist as its points", () => {
    const html = find("In MDX")["content:encoded"];
    expect(html).toContain("<table><caption>Two ways</caption>");
    expect(html).toContain(
      '<th scope="row">Short</th><td align="right">80</td>',
    );
    expect(html).toContain("<li><span>☐</span> Ask <em>three</em> people</li>");
    expect(html).not.toMatch(/Clear|role=|data-/);
  });

  test("holds nothing of what a page draws: links to headings, marks of links that lead away, numbers of notes", () => {
    const html = find("Everything")["content:encoded"];
    expect(html).toMatch(/<h2 id="a-heading">A heading<\/h2>\s*<p>/);
    expect(html).not.toMatch(/heading-link|rel=|data-|Link to this section/);
    expect(html).toContain(
      "SRE</abbr> <small>(Site Reliability Engineer)</small>",
    );
  });

  test("holds a video as a link, and no call to action", () => {
    for (const title of ["Everything", "In MDX"]) {
      const html = find(title)["content:encoded"];
      expect(html).toMatch(
        /<figure><a href="https:\/\/www\.youtube\.com\/watch\?v=dQw4w9WgXcQ">(?:<img [^>]*>)?<strong>A song/,
      );
      expect(html).not.toContain("The book");
    }
  });

  test("keeps what MDX components say", () => {
    expect(find("In MDX")["content:encoded"]).toMatch(
      /<p>Serves Three people\.<\/p>/,
    );
    expect(find("In MDX")["content:encoded"]).toContain("A text with 2 apples");
    expect(find("Everything")["content:encoded"]).toContain(
      "https://saucepan.example/articles/everything/#a-heading",
    );
  });
});
