import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser, openPage } from "../support/browser.ts";
import { anArticleFile } from "../support/an-article.ts";
import {
  makeSite,
  pageAt,
  readDist,
  run,
  type Dist,
} from "../support/build-site.ts";
import { changeSettings } from "../support/settings.ts";
import { now, publishedCount, siteContent } from "../support/site-content.ts";
import { toXmlProblem } from "../support/xml-problem.ts";

const hub = "https://hub.example/?a=1&b=2";
let root: string;
let dist: Dist;
let output: string;

/** A site with four articles in a feed, a hub, and texts with what no feed may hold. */
beforeAll(async () => {
  const content = siteContent();
  content.set(
    "articles/odd.md",
    anArticleFile(
      { title: "An\uffff odd title", pubDate: "2026-06-14" },
      "An &#1;odd&#x0B; te\ufffext.\n",
    ),
  );
  content.set(
    "articles/odd-in-mdx.mdx",
    anArticleFile(
      { title: "Odd in MDX", pubDate: "2026-06-13" },
      `import Odd from "#components/Odd.astro";

An {"\\u0001odd\\uD83D"} text.

<Odd />
`,
    ),
  );
  content.set(
    "articles/drawn/index.md",
    anArticleFile({
      title: "Drawn",
      pubDate: "2026-06-12",
      cover: { image: "./oven.svg", alt: "An oven & a bar." },
    }),
  );
  content.set(
    "articles/drawn/oven.svg",
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 200"><path d="M200 20v160"/></svg>',
  );
  root = makeSite(content);
  const edit = (file: string, from: string, to: string) => {
    const text = readFileSync(join(root, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(
      join(root, file),
      text.replace(from, () => to),
    );
  };
  changeSettings(root, {
    articlesPerFeed: 4,
    feedArchives: ["site", "category"],
    atomAndJson: ["category"],
    hub,
  });
  edit(
    "engine/feeds/cover-picture.ts",
    "  const card =",
    "  console.log(`In a feed: ${address}`);\n  const card =",
  );
  const component = join(root, "src/components/Odd.astro");
  mkdirSync(dirname(component), { recursive: true });
  writeFileSync(
    component,
    `<p style="color: red" onclick="run()">Styled</p>
<iframe src="https://player.example/1" title="A song"></iframe>
<iframe src="/play/"></iframe>
<video poster="/poster.png" controls><source src="film.mp4" type="video/mp4" /></video>
<svg viewBox="0 0 1 1"><title>A line</title><path d="M0 0h1" /></svg>
<img src="/one.png" srcset="/one.png 1x, /two.png 2x" sizes="1px" alt="One" width="10" height="20" />
<q cite="#here">Quoted</q><a href="?page=2">Two</a><a href="//example.org/x">Other</a>
<button>Press</button><script is:inline>run()</script><style is:inline>p { color: red }</style>`,
  );
  const built = await run(root, "build", { BUILD_NOW: now });
  output = built.output;
  expect(built.code, output).toBe(0);
  dist = readDist(root);
});

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
    at = older?.replace("https://saucepan.example", "");
  }
  return { found: new Set(found), pages };
}

describe.each(formats)("from %s", (file, read) => {
  test("a new subscriber reaches every article of the site", () => {
    const { found, pages } = readBack(`/${file}`, read);
    expect(found.size).toBe(publishedCount + 3);
    expect(pages).toBe(Math.ceil((publishedCount + 3) / 4));
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
    expect(read(archive).ids).toHaveLength(4);
    if (file !== "feed.json") {
      expect(archive).toContain("<fh:archive/>");
      expect(archive).toMatch(
        `href="https://saucepan.example/${file}" rel="current"`,
      );
    }
    expect(read(archive).older).toBe(
      `https://saucepan.example/${file.replace(".", "-1.")}`,
    );
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

test("every feed of that site is XML by a browser's own parser", async () => {
  const browser = await launchBrowser(inject("browser"));
  const { page } = await openPage(browser);
  const wrong: string[] = [];
  let read = 0;
  for (const [path, bytes] of dist)
    if (path.endsWith(".xml")) {
      const error = await toXmlProblem(page, bytes.toString());
      if (error) wrong.push(`${path}: ${error}`);
      read++;
    }
  await browser.close();
  expect(wrong).toEqual([]);
  expect(read).toBeGreaterThan(20);
});

test("the build names the files that brought such characters, each once, and what they were", () => {
  const times = (text: string) => output.split(text).length - 1;
  expect(output).toContain(
    "src/content/articles/odd.md\n  The feeds go without U+FFFE, which XML cannot hold",
  );
  expect(output).toContain(
    "src/content/articles/odd-in-mdx.mdx\n  The feeds go without U+0001, which",
  );
  expect(times("The feeds go without")).toBe(2);
});

test("an article is made ready for feeds once, however many carry it", () => {
  const made = output.match(/(?<=In a feed: ).*/g) ?? [];
  expect(made).toHaveLength(publishedCount + 3);
  expect(new Set(made).size).toBe(made.length);
});

test("of what a component brings a feed keeps what a reader can show, every address absolute", () => {
  const { items } = JSON.parse(pageAt(dist, "/feed.json")) as {
    items: { title: string; content_html: string }[];
  };
  const html = items.find(({ title }) => title === "Odd in MDX")!.content_html;
  const page = "https://saucepan.example/articles/odd-in-mdx/";
  expect(html.slice(html.indexOf("<p>Styled"))).toBe(
    [
      "<p>Styled</p>",
      '<a href="https://player.example/1">A song</a>',
      '<a href="https://saucepan.example/play/">https://saucepan.example/play/</a>',
      `<video poster="https://saucepan.example/poster.png" controls><source src="${page}film.mp4" type="video/mp4"></video>`,
      "",
      '<img src="https://saucepan.example/one.png" alt="One" width="10" height="20">',
      `<q cite="${page}#here">Quoted</q><a href="${page}?page=2">Two</a><a href="https://example.org/x">Other</a>`,
    ].join(" "),
  );
});

test("a cover that is a drawing stands in the text, and the share image in lists", () => {
  const drawn = parseRssFeed(pageAt(dist, "/rss.xml")).items?.find(
    ({ title }) => title === "Drawn",
  );
  const [, file = ""] =
    /^<figure><img src="https:\/\/saucepan\.example\/([^"]+\.svg)" width="800" height="200" alt="An oven &#x26; a bar\."><\/figure><p>/.exec(
      drawn?.content?.encoded ?? "",
    ) ?? [];
  expect(dist.has(file), drawn?.content?.encoded).toBe(true);
  expect(drawn?.media?.contents?.[0]).toMatchObject({
    url: "https://saucepan.example/cards/articles/drawn.png",
    type: "image/png",
  });
});
