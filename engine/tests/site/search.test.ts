import { gunzipSync } from "node:zlib";
import { expect, inject, test } from "vitest";
import { fromIndexed } from "#search/index-words.ts";
import { pageAt, readDist } from "../support/build-site.ts";
import {
  awkwardTitle,
  canary,
  publishedCount,
} from "../support/site-content.ts";

type Fragment = {
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
};

const toShown = ({ content, meta, ...fragment }: Fragment): Fragment => ({
  ...fragment,
  content: fromIndexed(content),
  meta: Object.fromEntries(
    Object.entries(meta).map(([name, text]) => [name, fromIndexed(text)]),
  ),
});

const dist = readDist(inject("site"));
const fragments = [...dist]
  .filter(([path]) => /^pagefind\/fragment\//.test(path))
  .map(([, bytes]): Fragment =>
    toShown(JSON.parse(gunzipSync(bytes).toString().replace(/^\w+/, ""))),
  );

const fragmentOf = (slug: string) =>
  fragments.find(({ url }) => url === `/articles/${slug}/`);

/** The published articles, and the two entries of the own collection. */
const indexedCount = publishedCount + 2;

test("the index holds exactly the published articles and the own entries", () => {
  const built = [...dist.keys()].flatMap(
    (path) =>
      // An alias redirects.
      /^(?:articles|tools)\/(?!skillet\/)[^/]+\/index\.html$/.exec(path)?.[0] ??
      [],
  );
  expect(built).toHaveLength(indexedCount);
  expect(
    fragments.map(({ url }) => `${url.slice(1)}index.html`).sort(),
  ).toEqual(built.sort());
  expect(
    JSON.parse(String(dist.get("pagefind/pagefind-entry.json"))),
  ).toMatchObject({ languages: { "en-gb": { page_count: indexedCount } } });
});

test("what is not published is not in it, compressed or not", () => {
  expect(fragments.filter(({ url }) => url.includes(canary))).toEqual([]);
  const seen = [...dist]
    .filter(([path]) => path.startsWith("pagefind/"))
    .filter(([, bytes]) =>
      (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).includes(canary),
    );
  expect(seen.map(([path]) => path)).toEqual([]);
});

test("an article is in it with its title, description, day, category and tags", () => {
  expect(fragmentOf("everything")).toMatchObject({
    meta: {
      title: "Everything",
      description: "What a reader of this article will know afterwards.",
      day: "20260602",
    },
    filters: { category: ["work"], tag: ["shared", "some"] },
  });
  expect(fragmentOf("awkward")?.meta).toMatchObject({
    title: awkwardTitle,
    description: awkwardTitle,
  });
});

test("its own text is in it, and nothing that stands around", () => {
  const content = fragmentOf("everything")?.content ?? "";
  expect(content).toMatch(/^A paragraph with a link/);
  expect(content).toContain("Nobody lets you in without it.");
  expect(content).toContain(
    "Two posts, and what hangs between them.".slice(11),
  );
  expect(content).toContain('const answer = "text";');
  // The menu, the list of contents, the source, the call to action, the neighbours.
  expect(content).not.toMatch(
    /Skip to|On this page|A source|Get it|Plain 23|RSS/,
  );
});

test("the page of the search is for readers, not for search engines, and without JavaScript says where to look", () => {
  const page = pageAt(dist, "/search/");
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(pageAt(dist, "/sitemap-0.xml")).not.toContain("/search/");
  const [, noscript = ""] = /<noscript>(.*?)<\/noscript>/s.exec(page) ?? [];
  expect(noscript).toMatch(/Search needs JavaScript/);
  expect(noscript).toContain('href="/archive/"');
  expect(noscript).toContain('href="/topics/"');
});

test("its page has no time without a date", () => {
  expect(pageAt(dist, "/search/")).not.toContain("<time");
});

test("its filters are the categories and tags in which something is published", () => {
  const page = pageAt(dist, "/search/");
  const choices = [...page.matchAll(/<option value="([^"]*)"/g)].map(
    ([, value]) => value,
  );
  expect(choices).toEqual([
    "",
    "equipment",
    "work",
    "",
    "advertised",
    "alone",
    "shared",
    "some",
  ]);
});

test("every page leads to it by a plain link, and none asks for the index", () => {
  for (const [path, bytes] of dist) {
    const page = String(bytes);
    if (!path.endsWith(".html") || page.includes('http-equiv="refresh"'))
      continue;
    expect(page, path).toMatch(/<a class="search[^"]*" href="\/search\/"/);
    expect(page, path).not.toMatch(/(?:src|href)="[^"]*pagefind/);
  }
});

test("no interface is shipped that nothing uses", () => {
  const files = [...dist.keys()].filter((path) =>
    /^pagefind\/[^/]+\.(?:js|css)$/.test(path),
  );
  expect(files).toEqual([
    "pagefind/pagefind-worker.js",
    "pagefind/pagefind.js",
  ]);
});
