import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { budgets } from "#audit/checks/weight.ts";
import { readDist, type Dist } from "../support/build-site.ts";
import { launchBrowser } from "../support/browser.ts";
import { isRedirect } from "../support/page-kinds.ts";
import {
  fetchPage,
  largestSources,
  toLines,
  type Fetched,
} from "../support/page-weight.ts";

/**
 * The heaviest article with one code block, a drawn cover and no slanted letters (their font is loaded only where they
 * are). Its text is short: the document's limit is for all that stands around a text. Sizes are in bytes as gzip sends
 * them; fonts come compressed.
 */
let heaviest: string;
let dist: Dist;
let fetched: Fetched[];
let browser: Browser;

beforeAll(async () => {
  dist = readDist(inject("site"));
  heaviest = pickHeaviest(dist);
  browser = await launchBrowser(inject("browser"));
  fetched = await fetchPage(browser, `${inject("served").site}/${heaviest}`);
});
afterAll(() => browser.close());

function pickHeaviest(pages: Dist): string {
  const ordinary = [...pages].filter(
    ([path, page]) =>
      /^articles\/[^/]+\/index\.html$/.test(path) &&
      page.toString().match(/<pre\b/g)?.length === 1 &&
      !/<(?:img|em|i|cite|dfn)\b/.test(page.toString()),
  );
  const [path] = ordinary.toSorted(
    ([, a], [, b]) => gzipSync(b).length - gzipSync(a).length,
  )[0] as [string, Buffer];
  return path.replace("index.html", "");
}

/** The parts of an article's page, each compressed by itself. */
const partsOf = (html: string) =>
  [
    ["the head", /<head>[^]*<\/head>/],
    ["the header of the site", /<body>[^]*<main/],
    ["the head of the article", /<article[^]*?<figure/],
    ["the cover", /<figure[^]*?<\/figure>/],
    ["the contents", /<details[^]*?<\/details>/],
    ["the text", /<div class="prose[^]*?(?=<footer)/],
    ["what follows the text", /<footer[^]*<\/article>/],
    ["the footer of the site", /<\/main>[^]*/],
  ].map(([path, part]) => ({
    path: path as string,
    size: gzipSync((part as RegExp).exec(html)?.[0] ?? "").length,
  }));

test.each<[kind: string, most: number, grown: () => string]>([
  [
    "document",
    14_000,
    () => toLines(partsOf(dist.get(`${heaviest}index.html`)!.toString())),
  ],
  ["stylesheet", budgets.style, () => largestSources("stylesheet")],
  ["script", 3_000, () => largestSources("script")],
  ["font", 80_000, () => "Look at what is preloaded in engine/seo/Head.astro."],
])("an article's page: %s, at most %i bytes", (kind, most, grown) => {
  const files = fetched.filter((file) => file.kind === kind);
  expect(files).not.toEqual([]);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  expect(
    size,
    `${heaviest} has ${size} bytes of ${kind}, and may have ${most}:
${toLines(files)}
It is made of, each compressed alone:
${grown()}\n`,
  ).toBeLessThanOrEqual(most);
});

test("an article's page is read to its end with at most six requests, its icon among them", () => {
  expect(
    fetched.length,
    `${heaviest} asks for these:\n${toLines(fetched)}\n`,
  ).toBeLessThanOrEqual(6);
  expect(fetched.map(({ kind }) => kind)).toContain("icon");
});

test("nothing but the style sheet keeps an article's page from being drawn", () => {
  const blocking = fetched.filter(({ isBlocking }) => isBlocking);
  expect(blocking.map(({ kind }) => kind)).toEqual(["stylesheet"]);
});

test("the whole site has one style sheet, and every page links to it", () => {
  const sheets = [...dist.keys()].filter((path) =>
    /^_astro\/.*\.css$/.test(path),
  );
  expect(sheets).toHaveLength(1);
  const without = [...dist].filter(
    ([path, page]) =>
      path.endsWith(".html") &&
      !isRedirect(page) &&
      page.toString().split('rel="stylesheet"').length !== 2,
  );
  expect(without.map(([path]) => path)).toEqual([]);
});

test("the font of slanted letters is asked for with the page that has some, since it would come too late", () => {
  const slanted = [...dist].filter(
    ([path, page]) =>
      /^(?:articles\/)?[^/]+\/index\.html$/.test(path) &&
      /<div class="prose[^]*<em>[^]*<\/main>/.test(page.toString()),
  );
  expect(slanted.length).toBeGreaterThan(1);
  const late = slanted.filter(
    ([, page]) => page.toString().match(/as="font"/g)?.length !== 3,
  );
  expect(late.map(([path]) => path)).toEqual([]);
});
