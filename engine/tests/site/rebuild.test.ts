import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, inject, test } from "vitest";
import { toSitePages } from "#check/site-pages.ts";
import { readContent } from "#files/content.ts";
import {
  buildSite,
  copySite,
  differences,
  makeSite,
  pageAt,
  readDist,
  run,
  type Dist,
} from "../support/build-site.ts";
import { writeContent } from "../support/fixture.ts";
import { anArticleFile } from "../support/an-article.ts";
import { pictureSightings, sightings } from "../support/sightings.ts";
import { canary } from "../support/site-content.ts";

const at = (root: string, path: string) => join(root, "src/content", path);
const edit = (file: string, from: string, to: string) => {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
};

type Change = [
  what: string,
  make: (root: string) => void | Promise<void>,
  /** Whether a build shows that it was made. */
  shows: (dist: Dist) => boolean,
];
const has = (address: string, text: string) => (dist: Dist) =>
  pageAt(dist, address).includes(text);

/** When code changes, a build reuses only share images and pictures; equal.test.ts edits Markdown alone. */
const changes: Change[] = [
  [
    "an edited article",
    (root) =>
      edit(
        at(root, "articles/plain-4.md"),
        "First a paragraph",
        "At first a paragraph",
      ),
    has("/articles/plain-4/", "At first a paragraph"),
  ],
  [
    "an article's new front matter",
    (root) => edit(at(root, "articles/plain-6.md"), "Plain 6", "Plainer 6"),
    has("/archive/2026/", "Plainer 6"),
  ],
  [
    "an edited MDX article",
    (root) =>
      edit(at(root, "articles/in-mdx/index.mdx"), "Book it.", "Book it now."),
    has("/articles/in-mdx/", "Book it now."),
  ],
  [
    "a renamed article",
    (root) =>
      renameSync(
        at(root, "articles/plain-7.md"),
        at(root, "articles/renamed.md"),
      ),
    (dist) =>
      dist.has("articles/renamed/index.html") &&
      !dist.has("articles/plain-7/index.html"),
  ],
  [
    "a tag that recommends an article on another's page",
    (root) =>
      edit(
        at(root, "articles/plain-12.md"),
        "  - shared",
        "  - shared\n  - alone",
      ),
    has("/articles/awkward/", "Plain 12"),
  ],
  [
    "that an article was deleted",
    (root) => rmSync(at(root, "articles/plain-8.md")),
    (dist) => !dist.has("articles/plain-8/index.html"),
  ],
  [
    "a new article",
    (root) =>
      writeContent(root, [
        [
          "articles/new.md",
          anArticleFile({ title: "New", pubDate: "2026-06-14" }),
        ],
      ]),
    has("/", ">New<"),
  ],
  [
    "a draft that was published",
    (root) =>
      edit(
        at(root, `articles/draft-in-mdx-${canary}/index.mdx`),
        "draft: true",
        "draft: false",
      ),
    (dist) =>
      sightings(dist).includes(`articles/draft-in-mdx-${canary}/index.html`),
  ],
  [
    "that an article is a draft again",
    (root) =>
      edit(
        at(root, "articles/plain-9.md"),
        "category:",
        "draft: true\ncategory:",
      ),
    (dist) => !dist.has("articles/plain-9/index.html"),
  ],
  [
    "a renamed category",
    (root) =>
      edit(at(root, "categories/work.md"), "title: Work", "title: Labour"),
    has("/articles/plain-2/", "Labour"),
  ],
  [
    "a tag's new text",
    (root) =>
      edit(
        at(root, "tags/shared.md"),
        "A tag with a text.",
        "A tag with another text.",
      ),
    has("/tags/shared/", "A tag with another text."),
  ],
  [
    "a changed picture",
    async (root) =>
      writeFileSync(
        at(root, "articles/everything/field.png"),
        await sharp({
          create: { width: 600, height: 300, channels: 3, background: "tan" },
        })
          .png()
          .toBuffer(),
      ),
    has("/articles/everything/", 'width="600" height="300"'),
  ],
  [
    "a week that is over, in the weekly digest",
    () => undefined,
    has("/newsletter.xml", "Two new articles, 15–21 June 2026"),
  ],
  [
    "files in public/",
    (root) => {
      mkdirSync(join(root, "public/files"), { recursive: true });
      writeFileSync(join(root, "public/files/list.txt"), "A file.");
      writeFileSync(join(root, "public/files/index.html"), "A page.");
    },
    (dist) => dist.has("files/list.txt") && dist.has("files/index.html"),
  ],
  [
    "a changed Markdown step",
    (root) =>
      edit(
        join(root, "engine/markdown/tables.ts"),
        'ariaLabel: "Table"',
        'ariaLabel: "Wide table"',
      ),
    has("/articles/everything/", 'aria-label="Wide table"'),
  ],
  [
    "a changed schema",
    (root) =>
      edit(
        join(root, "engine/model/schema.ts"),
        "default(\n      true,\n    ),\n    cta",
        "default(\n      false,\n    ),\n    cta",
      ),
    (dist) => !pageAt(dist, "/articles/ordinary/").includes("data-contents"),
  ],
  [
    "a changed idea of an article",
    (root) =>
      edit(
        join(root, "engine/model/article.ts"),
        "kicker: data.kicker ?? category.title",
        'kicker: "Changed"',
      ),
    has("/articles/plain-2/", "Changed"),
  ],
];

const BUILD_NOW = "2026-06-22";
const warm = copySite(inject("site"));
let after: Dist;

beforeAll(async () => {
  const before = readDist(warm);
  expect(changes.flatMap(([w, , s]) => (s(before) ? w : []))).toEqual([]);
  for (const [, make] of changes) await make(warm);
  after = await buildSite(warm, { BUILD_NOW });
});

test.each(changes)("a second build shows %s", (_, __, shows) => {
  expect(shows(after)).toBe(true);
});

test("a build with everything from another build in its caches equals one from nothing to the byte, whatever Vite's variables in the shell say", async () => {
  const cold = makeSite([]);
  rmSync(join(cold, "src"), { recursive: true });
  for (const house of ["src", "engine", "public"])
    cpSync(join(warm, house), join(cold, house), { recursive: true });
  const { code, output } = await run(cold, "build", {
    BUILD_NOW,
    DEV: "1",
    MODE: "development",
  });
  expect(code, output).toBe(0);
  expect(differences(after, readDist(cold))).toEqual([]);
  expect(output).toContain("37 articles: 34 published, 3 drafts, 0 scheduled");
});

test("check knows the pages that a build makes, address by address and id by id", async () => {
  const pages = toSitePages(await readContent(warm), new Date(BUILD_NOW));
  const live = [...pages].filter(([, { notYet }]) => !notYet);
  const toPage = (address: string) => address.replace(/index\.html$/, "");
  // Only machines fetch these; check knows share images by their pages.
  const nobodyLinks =
    /^\/(?:_astro\/|pagefind\/|cards\/|sitemap-0|404|_headers$|_redirects$|\.htaccess$)|\/(?:rss|atom|feed)-\d+\.(?:xml|json)$/;
  expect(
    live
      // A redirect from an old .html is a folder of that name.
      .map(([address]) => address.replace(/\.html$/, ".html/"))
      .sort(),
  ).toEqual(
    [...after.keys()]
      .map((path) => toPage(`/${path}`))
      .filter((address) => !nobodyLinks.test(address))
      .sort(),
  );

  let ids = 0;
  for (const [address, { anchors = [] }] of live)
    for (const id of anchors) {
      ids++;
      expect(pageAt(after, address), `${address}#${id}`).toContain(
        `id="${id}"`,
      );
    }
  expect(ids).toBeGreaterThan(40);
});

test("the search for pictures of drafts finds one that was published", async () => {
  expect(await pictureSightings(after)).not.toEqual([]);
});
