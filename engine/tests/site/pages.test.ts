import { describe, expect, inject, test } from "vitest";
import { firstTheme } from "#styles/first.ts";
import { pageAt, readDist } from "../support/build-site.ts";
import { readElements } from "../support/read-page.ts";

/** What machines read: no browser runs it. */
const isData = ({ type }: { type?: string }) => type === "application/ld+json";

describe("every page", () => {
  const dist = readDist(inject("site"));
  const pages = [...dist]
    .filter(([path]) => path.endsWith(".html"))
    .map(([path, bytes]) => [path, readElements(bytes.toString())] as const);
  const redirects = [
    "2019/05/everything.html/index.html",
    "old-everything/index.html",
    "café/index.html",
  ];
  const whole = pages.filter(([path]) => !redirects.includes(path));

  test("has a strict policy", () => {
    for (const [path, elements] of whole) {
      const policy = elements.find(
        ({ attributes }) =>
          attributes["http-equiv"] === "content-security-policy",
      )?.attributes.content;
      expect(policy, path).toMatch(
        /^default-src 'none';.*;object-src 'none';base-uri 'none';form-action 'self';/,
      );
      // WebAssembly, for the search, and nothing else.
      expect(policy?.match(/'[\w-]*unsafe-[\w-]*'/g), path).toEqual([
        "'wasm-unsafe-eval'",
      ]);
      // What a video plays from is let in where there is one, and nothing else is anywhere.
      const hasVideo = elements.some(
        ({ attributes }) => "dataVideo" in attributes,
      );
      expect(policy?.match(/frame-src [^;]*/)?.[0], path).toBe(
        hasVideo ? "frame-src https://www.youtube-nocookie.com" : undefined,
      );
    }
  });

  test("has no script but the theme's, the site's own file and a component's, and no request to anybody else", () => {
    // How many parts of a page have a file of their own: a component, a video.
    const more: Record<string, number> = {
      "articles/everything/index.html": 1,
      "articles/in-mdx/index.html": 2,
    };
    for (const [path, elements] of pages) {
      const scripts = elements.filter(
        ({ name, text, attributes }) =>
          name === "iframe" ||
          (name === "script" && text !== firstTheme && !isData(attributes)),
      );
      expect(scripts.length, path).toBeLessThanOrEqual(1 + (more[path] ?? 0));
      for (const { attributes } of scripts)
        expect(attributes, path).toEqual({
          type: "module",
          src: expect.stringMatching(/^\/_astro\/[\w.-]+\.js$/),
        });
      const loaded = elements.flatMap(({ name, attributes }) => [
        attributes.src,
        name === "link" && /stylesheet|preload|icon/.test(attributes.rel ?? "")
          ? attributes.href
          : undefined,
      ]);
      expect(
        loaded.filter((address) => address && !address.startsWith("/")),
        path,
      ).toEqual([]);
    }
  });
});

describe("an article's page", () => {
  const dist = readDist(inject("site"));
  const page = pageAt(dist, "/articles/everything/");

  test("says who wrote it, when it appeared, changed and was checked, and where its facts come from", () => {
    expect(page).toContain(
      '<time datetime="2026-06-02T23:30:00-05:00">2 June 2026</time>',
    );
    expect(page).toMatch(
      /Updated\s*<time datetime="2026-06-10">10 June 2026<\/time>/,
    );
    expect(page).toMatch(/Facts checked\s*<time datetime="2026-06-09">/);
    expect(page).toMatch(/href="\/authors\/guest\/"[^>]*>\s*A &amp; B\s*</);
    expect(page).toContain('href="https://example.org/source?a=1&amp;b=2"');
  });

  test("says when the day has passed by which its facts were to be checked", () => {
    expect(pageAt(dist, "/articles/no-contents/")).toMatch(
      /Due for a recheck since\s*<time datetime="2026-06-14">14 June 2026<\/time>/,
    );
    expect(page).not.toContain("Due for a recheck");
  });

  test.each(["no-contents", "in-mdx"])(
    "shows a call to action where the text of %s names one",
    (slug) => {
      const html = pageAt(dist, `/articles/${slug}/`);
      const [text = ""] = /<div class="prose">[^]*?<footer/.exec(html) ?? [];
      expect(text).toMatch(/<section[^>]*screen-only[^]*The book/);
      expect(text.match(/The book/g)).toHaveLength(1);
      expect(html).not.toContain("data-cta");
    },
  );

  test("closes with the call to action it names, others with the site's own", () => {
    expect(page).toContain("The book");
    expect(pageAt(dist, "/articles/plain-1/")).toContain("Open the feed");
  });

  test("closes in one order: sources, call to action, tags, share, neighbours, series, related, subscribe", () => {
    const marks = [
      ">Sources</h2>",
      ">The book</h2>",
      'rel="tag"',
      "mailto:?subject=Everything",
      'aria-label="Newer and older articles"',
      'aria-label="Series"',
      ">Read next</h2>",
      ">Follow</h2>",
      "</article>",
    ];
    const foot = page.slice(page.indexOf(marks[0]!));
    const places = marks.map((mark) => foot.indexOf(mark));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("says how to follow the site once, when its own call to action is that already", () => {
    expect(
      pageAt(dist, "/articles/plain-1/").split("Open the feed"),
    ).toHaveLength(2);
  });

  test("can be sent and corrected without a script", () => {
    const links = readElements(page).flatMap(({ name, attributes }) =>
      name === "a" ? [attributes.href ?? ""] : [],
    );
    const letter = new URL(links.find((href) => href.startsWith("mailto:"))!);
    expect(letter.searchParams.get("subject")).toBe("Everything");
    expect(letter.searchParams.get("body")).toBe(
      "Everything\nhttps://saucepan.example/articles/everything/\n",
    );
    // Its owner has set no address for them, and the journal's has.
    expect(page).not.toContain("Suggest a correction");
    const journal = readDist(inject("journal").root);
    expect(pageAt(journal, "/articles/everything/")).toMatch(
      /href="mailto:cook@saucepan\.example\?subject=Everything&[^>]*>\s*Suggest a correction/,
    );
    expect(pageAt(journal, "/corrections/")).toContain(
      'href="mailto:cook@saucepan.example"',
    );
    expect(pageAt(journal, "/.well-known/security.txt")).toContain(
      "Contact: mailto:cook@saucepan.example\n",
    );
    const button = readElements(page).find(
      ({ text }) => text.trim() === "Copy link",
    );
    expect(button?.attributes).toHaveProperty("hidden");
  });

  test("leads to what its readers may want next and says why", () => {
    const next = (address: string) =>
      (/>Read next<[^]*?<\/section>/.exec(pageAt(dist, address))?.[0] ?? "")
        .split("<li")
        .slice(1)
        .map(
          (row) =>
            `${/<h3[^>]*>\s*<a href="([^"]+)"/.exec(row)?.[1]} ${/<p[^>]*>([^<]*)/.exec(row)?.[1]?.trim()}`,
        );
    expect(next("/articles/awkward/")).toHaveLength(3);
    for (const one of next("/articles/awkward/"))
      expect(one).toMatch(/ More on Some$/);
    expect(next("/articles/in-mdx/")).not.toContain("/articles/everything/");
    // Its writer chose: the replaced one's successor, and nothing that is not out.
    expect(next("/articles/no-contents/")).toEqual([
      "/articles/everything/ More in Work",
      "/articles/plain-1/ Editor’s pick",
    ]);
  });

  test("of another that took its place tells search engines too", () => {
    const canonical = (address: string) =>
      /<link rel="canonical" href="([^"]+)"/.exec(pageAt(dist, address))?.[1];
    expect(canonical("/articles/replaced/")).toBe(
      "https://saucepan.example/articles/everything/",
    );
    expect(canonical("/articles/replaced-by-a-secret/")).toBe(
      "https://saucepan.example/articles/replaced-by-a-secret/",
    );
  });

  test("leads to its tags, the parts of its series and its neighbours", () => {
    expect(page).toContain('href="/tags/some/"');
    expect(page).toContain('href="/series/ladder/"');
    expect(page).toMatch(/<span aria-current="page"[^>]*>Everything<\/span>/);
    expect(page).toMatch(/2\.\s*<a href="\/articles\/in-mdx\/"/);
    expect(page).toMatch(/rel="prev" href="\/articles\/in-mdx\/"/);
    expect(pageAt(dist, "/articles/in-mdx/")).toMatch(
      /rel="next" href="\/articles\/everything\/"/,
    );
  });

  test("shows a drawing at its own size in every width, and its caption", () => {
    const [figure = ""] =
      /<figure><img [^>]*alt="Two posts"[^]*?<\/figure>/.exec(page) ?? [];
    expect(figure).toContain('width="800"');
    expect(figure).toContain('height="200"');
    expect(figure).not.toMatch(/srcset|title=/);
    expect(figure).toContain("<figcaption>Posts, and what hangs");
  });

  test("shows its own label above the title", () => {
    expect(page).toMatch(/<span class="kicker[^>]*>\s*Field note\s*<\/span>/);
    expect(pageAt(dist, "/articles/plain-1/")).toMatch(
      /<a class="kicker[^>]*href="\/categories\/equipment\/"|<a href="\/categories\/equipment\/"[^>]*class="kicker/,
    );
  });

  test("has a list of its headings from the third on, unless it asks for none", () => {
    expect(page).toMatch(/<a href="#third-heading"[^>]*>Third heading<\/a>/);
    expect(pageAt(dist, "/articles/plain-1/")).not.toContain("On this page");
    expect(pageAt(dist, "/articles/no-contents/")).not.toContain(
      "On this page",
    );
  });

  test("shows what stands under its cover", () => {
    expect(page).toMatch(/<figcaption[^>]*>A caption\.<\/figcaption>/);
  });

  test("writes an awkward title as text", () => {
    expect(pageAt(dist, "/articles/awkward/")).toContain(
      "&lt;b&gt;bold&lt;/b&gt; &amp; ",
    );
  });
});

describe("where articles gather", () => {
  const dist = readDist(inject("site"));
  const rows = (address: string) =>
    [
      ...pageAt(dist, address).matchAll(/<h[23][^>]*>\s*<a href="([^"]+)"/g),
    ].map(([, to]) => to);

  test("the newest come first, by the day they appeared and then by address", () => {
    expect(rows("/articles/").slice(0, 4)).toEqual([
      "/articles/everything/",
      "/articles/in-mdx/",
      "/articles/awkward/",
      "/articles/plain-23/",
    ]);
  });

  test("twenty to a page, with the way on and back", () => {
    expect(rows("/articles/")).toHaveLength(20);
    expect(rows("/articles/page/2/")).toHaveLength(12);
    expect(pageAt(dist, "/articles/")).toMatch(
      /<link rel="next" href="\/articles\/page\/2\/">/,
    );
    expect(pageAt(dist, "/articles/page/2/")).toMatch(
      /<link rel="prev" href="\/articles\/">/,
    );
    expect(pageAt(dist, "/articles/page/2/")).toMatch(
      /<h1[^>]*>Articles<\/h1>/,
    );
  });

  test("a series is in the order of its parts", () => {
    expect(rows("/series/ladder/")).toEqual([
      "/articles/everything/",
      "/articles/in-mdx/",
    ]);
  });

  test("a category and a tag show their own text, a tag without one its name", () => {
    expect(pageAt(dist, "/categories/work/")).toContain(
      "Work, <em>introduced</em>.",
    );
    expect(pageAt(dist, "/tags/shared/")).toContain("A tag with a text.");
    expect(pageAt(dist, "/tags/shared/page/2/")).not.toContain(
      "A tag with a text.",
    );
    expect(pageAt(dist, "/tags/alone/")).toMatch(/<h1[^>]*>Alone<\/h1>/);
  });

  test("an author's page leads to the author's own", () => {
    expect(pageAt(dist, "/authors/guest/")).toContain(
      'rel="me" href="https://example.org/"',
    );
  });

  test("the home page is led by the newest featured article that holds today", () => {
    expect(rows("/")[0]).toBe("/articles/no-contents/");
    expect(pageAt(dist, "/")).not.toContain("/articles/replaced/");
  });

  test("the home page shows each category with its newest three, and then how to follow", () => {
    const [, ...cells] =
      /<section[^>]*aria-label="Categories"[^]*?<\/section>/
        .exec(pageAt(dist, "/"))?.[0]
        .split("<h2") ?? [];
    expect(
      cells.map((cell) => [
        ...[...cell.matchAll(/href="([^"]+)"/g)].map(([, to]) => to),
      ]),
    ).toEqual([
      [
        "/categories/equipment/",
        "/articles/plain-23/",
        "/articles/plain-21/",
        "/articles/plain-19/",
      ],
      [
        "/categories/work/",
        "/articles/everything/",
        "/articles/in-mdx/",
        "/articles/awkward/",
      ],
      ["/rss.xml"],
    ]);
  });

  test("a listing says how many there are on every one of its pages, and leads to its feed if it has one", () => {
    for (const address of ["/articles/", "/articles/page/2/"]) {
      expect(pageAt(dist, address)).toMatch(/>\s*32 articles\s*</);
      expect(pageAt(dist, address)).toMatch(
        /<a href="\/rss\.xml"[^>]*>Subscribe via RSS/,
      );
    }
    expect(pageAt(dist, "/tags/alone/")).toMatch(/>\s*1 article\s*</);
    expect(pageAt(dist, "/tags/alone/")).not.toContain("Subscribe via RSS");
  });

  test("a series says which part each article is", () => {
    expect(pageAt(dist, "/series/ladder/")).toMatch(/Part 1<[^]*Part 2</);
    expect(pageAt(dist, "/tags/some/")).not.toContain("Part 1<");
  });

  test("an old address leads to the article, and no search engine keeps it", () => {
    for (const alias of [
      "/old-everything/",
      "/2019/05/everything.html",
      "/café/",
    ]) {
      const page = pageAt(dist, alias);
      expect(page).toContain('content="0; url=/articles/everything/"');
      expect(page).toContain('<meta name="robots" content="noindex">');
    }
  });

  test("the sitemap says the day of the newest change that shows on a page", () => {
    const sitemap = pageAt(dist, "/sitemap-0.xml");
    const lastmod = (address: string) =>
      new RegExp(
        `<loc>https://saucepan.example${address}</loc>(?:<lastmod>([^<]+)</lastmod>)?`,
      ).exec(sitemap)?.[1];
    expect(lastmod("/articles/everything/")).toBe("2026-06-10T00:00:00.000Z");
    expect(lastmod("/articles/plain-1/")).toBe("2025-05-01T00:00:00.000Z");
    expect(lastmod("/articles/page/2/")).toBe("2026-05-06T00:00:00.000Z");
    expect(lastmod("/archive/2025/")).toBe("2025-05-03T00:00:00.000Z");
    expect(lastmod("/about/")).toBeUndefined();
  });

  test("robots.txt says where the sitemap is", () => {
    expect(pageAt(dist, "/robots.txt")).toContain(
      "Sitemap: https://saucepan.example/sitemap-index.xml",
    );
  });
});

test("the style sheet has the colour of every shape of a drawn cover", () => {
  const dist = readDist(inject("site"));
  const sheet = [...dist].filter(([path]) => path.endsWith(".css")).join("\n");
  const cover = /<svg class="cover[^]*?<\/svg>/.exec(
    pageAt(dist, "/articles/plain-1/"),
  )?.[0] as string;
  const tokens = [
    ...cover.matchAll(/<(?:rect|circle) (?:fill|stroke)="var\((--[\w-]+)\)"/g),
  ].map(([, token]) => token as string);
  expect(tokens.length).toBeGreaterThan(3);
  for (const token of tokens) expect(sheet).toContain(`${token}:`);
});
