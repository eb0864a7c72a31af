import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, inject, test } from "vitest";
import { launchBrowser, openPage } from "../support/browser.ts";
import { pageAt, readDist } from "../support/build-site.ts";
import {
  articlesPerFeed,
  home,
  host,
  hub,
  moreCount,
} from "../support/journal.ts";
import { publishedCount, siteContent } from "../support/site-content.ts";

const { root, output } = inject("journal");
const dist = readDist(root);
const count = publishedCount + moreCount;

type Page = { ids: (string | undefined)[]; older: string | undefined };
const prevArchive = (links: { rel?: string; href?: string }[] = []) =>
  links.find(({ rel }) => rel === "prev-archive")?.href;
const formats: [file: string, read: (text: string) => Page][] = [
  [
    "rss.xml",
    (text) => {
      const { items = [], atom } = parseRssFeed(text);
      return {
        ids: items.map(({ guid }) => guid?.value),
        older: prevArchive(atom?.links),
      };
    },
  ],
  [
    "atom.xml",
    (text) => {
      const { entries = [], links } = parseAtomFeed(text);
      return { ids: entries.map(({ id }) => id), older: prevArchive(links) };
    },
  ],
  [
    "feed.json",
    (text) => {
      const { items = [], next_url } = parseJsonFeed(
        JSON.parse(text) as object,
      );
      return { ids: items.map(({ id }) => id), older: next_url };
    },
  ],
];

/** Follows a feed back to its oldest articles, as a reader that was just subscribed. */
function readBack(address: string, read: (text: string) => Page) {
  const found: string[] = [];
  let pages = 0;
  for (let at: string | undefined = address; at; pages++) {
    const { ids, older } = read(pageAt(dist, at));
    found.push(...ids.map(String));
    at = older?.replace(home, "/");
  }
  return { found: new Set(found), pages };
}

describe.each(formats)("from %s", (file, read) => {
  test("a new subscriber reaches every article of the site", () => {
    const { found, pages } = readBack(`/${file}`, read);
    expect(found.size).toBe(count);
    expect(pages).toBe(Math.ceil(count / articlesPerFeed));
  });

  test("and of a category, and no other", () => {
    const { found } = readBack(`/categories/equipment/${file}`, read);
    const all = readBack("/feed.json", formats[2]![1]).found;
    const { length } = [...siteContent().values()].filter((text) =>
      /^category: equipment$/m.test(String(text)),
    );
    expect(found.size).toBe(length);
    expect([...found].filter((id) => !all.has(id))).toEqual([]);
  });

  test("the page of an archive says that it is one, and where the feed is", () => {
    const archive = pageAt(dist, `/${file.replace(".", "-2.")}`);
    expect(read(archive).ids).toHaveLength(articlesPerFeed);
    if (file !== "feed.json") {
      expect(archive).toContain("<fh:archive/>");
      expect(archive).toMatch(`href="${home}${file}" rel="current"`);
    }
    expect(read(archive).older).toBe(`${home}${file.replace(".", "-1.")}`);
  });

  test("the hub is named, but for an archive, of which it has nothing to tell", () => {
    const feed = pageAt(dist, `/${file}`);
    expect(pageAt(dist, `/${file.replace(".", "-2.")}`)).not.toContain(
      "hub.example",
    );
    expect(feed).toContain(
      file === "feed.json"
        ? `"hubs":[{"type":"WebSub","url":"${hub}"}]`
        : `href="${hub.replace("&", "&amp;")}" rel="hub"`,
    );
  });

  test("characters that XML forbids are nowhere", () => {
    for (const [path, bytes] of dist)
      if (path.endsWith(file)) {
        const text = bytes.toString();
        expect(text).not.toMatch(
          /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\\u00(?:0|1)|\\ud83d/,
        );
        expect(() => read(text)).not.toThrow();
      }
    // Markdown itself makes a mark of what an entity may not stand for.
    expect(pageAt(dist, `/${file}`)).toContain("An \ufffdodd\ufffd text.");
    expect(pageAt(dist, `/${file}`)).toContain("An odd title");
  });
});

test("every feed of that site, its sitemap and its list of feeds are XML by a browser's own parser", async () => {
  const browser = await launchBrowser(inject("browser"));
  const { page } = await openPage(browser);
  const toProblem = (xml: string) =>
    page.evaluate(
      (text) =>
        new DOMParser()
          .parseFromString(text, "application/xml")
          .querySelector("parsererror")?.textContent,
      xml,
    );
  expect(await toProblem("<feed>&nbsp;</feed>")).toContain("nbsp");
  const wrong: string[] = [];
  let read = 0;
  for (const [path, bytes] of dist)
    if (/\.(?:xml|opml)$/.test(path)) {
      const error = await toProblem(bytes.toString());
      if (error) wrong.push(`${path}: ${error}`);
      read++;
    }
  await browser.close();
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(40);
});

test("the build names the files that brought such characters, each once, and what they were", () => {
  const times = (text: string) => output.split(text).length - 1;
  expect(output).toContain(
    "src/content/articles/odd.md\n  Feeds omit U+FFFE, which XML cannot hold",
  );
  expect(output).toContain(
    "src/content/articles/odd-in-mdx.mdx\n  Feeds omit U+0001, which",
  );
  expect(times("Feeds omit")).toBe(2);
});

test("an article is made ready for feeds once, however many carry it", () => {
  const made = output.match(/(?<=In a feed: ).*/g) ?? [];
  // And the unlisted one for its Markdown copy.
  expect(made).toHaveLength(count + 1);
  expect(new Set(made).size).toBe(made.length);
});

test("of what a component brings a feed keeps what a reader can show, every address absolute", () => {
  const { items } = JSON.parse(pageAt(dist, "/feed.json")) as {
    items: { title: string; content_html: string }[];
  };
  const html = items.find(({ title }) => title === "Odd in MDX")!.content_html;
  const page = `${home}articles/odd-in-mdx/`;
  expect(html.slice(html.indexOf("<p>Styled"))).toBe(
    [
      "<p>Styled</p>",
      '<a href="https://player.example/1">A song</a>',
      `<a href="${host}/play/">${host}/play/</a>`,
      `<video poster="${host}/poster.png" controls><source src="${page}film.mp4" type="video/mp4"></video>`,
      "",
      `<img src="${host}/one.png" alt="One" width="10" height="20">`,
      `<q cite="${page}#here">Quoted</q><a href="${page}?page=2">Two</a><a href="https://example.org/x">Other</a>`,
    ].join(" "),
  );
});

test("a cover that is a drawing stands in the text, and the share image in lists", () => {
  const drawn = parseRssFeed(pageAt(dist, "/rss.xml")).items?.find(
    ({ title }) => title === "Drawn",
  );
  const [, file = ""] =
    /^<figure><img src="https:\/\/journal\.example\.org\/journal\/([^"]+\.svg)" width="800" height="200" alt="An oven &amp; a bar\."><\/figure><p>/.exec(
      drawn?.content?.encoded ?? "",
    ) ?? [];
  expect(dist.has(file), drawn?.content?.encoded).toBe(true);
  expect(drawn?.media?.contents?.[0]).toMatchObject({
    url: `${home}cards/articles/drawn.png`,
    type: "image/png",
  });
});
