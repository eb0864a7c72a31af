import {
  cpSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Parser from "rss-parser";
import sharp from "sharp";
import { describe, expect, inject, test } from "vitest";
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
import { canary, siteContent } from "../support/site-content.ts";

const at = (root: string, path: string) => join(root, "src/content", path);
const edit = (file: string, from: string, to: string) => {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
};

test("two cold builds of the same moment are the same to the byte, whatever Vite's variables in the shell say", async () => {
  const root = makeSite(siteContent());
  const { code, output } = await run(root, "build", {
    DEV: "1",
    MODE: "development",
  });
  expect(code, output).toBe(0);
  expect(differences(readDist(inject("site")), readDist(root))).toEqual([]);
  expect(output).toContain("36 articles: 31 published, 3 drafts, 2 scheduled");
});

const readDigest = async (dist: Dist) =>
  (await new Parser().parseString(pageAt(dist, "/newsletter.xml"))).items;

type Change = [
  what: string,
  make: (root: string) => void | Promise<void>,
  /** Whether a build shows that it was made. */
  shows: (dist: Dist) => boolean,
];
const has = (address: string, text: string) => (dist: Dist) =>
  pageAt(dist, address).includes(text);

const contentChanges: Change[] = [
  [
    "editing an article",
    (root) =>
      edit(
        at(root, "articles/plain-4.md"),
        "First a paragraph",
        "At first a paragraph",
      ),
    has("/articles/plain-4/", "At first a paragraph"),
  ],
  [
    "editing an article's front matter",
    (root) => edit(at(root, "articles/plain-6.md"), "Plain 6", "Plainer 6"),
    has("/archive/2026/", "Plainer 6"),
  ],
  [
    "editing an MDX article",
    (root) =>
      edit(at(root, "articles/in-mdx/index.mdx"), "Book it.", "Book it now."),
    has("/articles/in-mdx/", "Book it now."),
  ],
  [
    "renaming an article",
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
    "giving an article a tag that recommends it on another's page",
    (root) =>
      edit(
        at(root, "articles/plain-12.md"),
        "  - shared",
        "  - shared\n  - alone",
      ),
    has("/articles/awkward/", "Plain 12"),
  ],
  [
    "deleting an article",
    (root) => rmSync(at(root, "articles/plain-8.md")),
    (dist) => !dist.has("articles/plain-8/index.html"),
  ],
  [
    "adding an article",
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
    "publishing a draft",
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
    "making an article a draft again",
    (root) =>
      edit(
        at(root, "articles/plain-9.md"),
        "category:",
        "draft: true\ncategory:",
      ),
    (dist) => !dist.has("articles/plain-9/index.html"),
  ],
  [
    "renaming a category",
    (root) =>
      edit(at(root, "categories/work.md"), "title: Work", "title: Labour"),
    has("/articles/plain-2/", "Labour"),
  ],
  [
    "changing a tag's text",
    (root) =>
      edit(
        at(root, "tags/shared.md"),
        "A tag with a text.",
        "A tag with another text.",
      ),
    has("/tags/shared/", "A tag with another text."),
  ],
  [
    "changing a picture",
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
];

const codeChanges: Change[] = [
  [
    "changing a Markdown step",
    (root) =>
      edit(
        join(root, "engine/markdown/tables.ts"),
        'ariaLabel: "Table"',
        'ariaLabel: "Wide table"',
      ),
    has("/articles/everything/", 'aria-label="Wide table"'),
  ],
  [
    "changing the schema",
    (root) =>
      edit(
        join(root, "engine/model/schema.ts"),
        "}).default(true),\n    cta",
        "}).default(false),\n    cta",
      ),
    (dist) => !pageAt(dist, "/articles/ordinary/").includes("data-contents"),
  ],
  [
    "changing what an article is",
    (root) =>
      edit(
        join(root, "engine/model/article.ts"),
        "kicker: data.kicker ?? category.title",
        'kicker: "Changed"',
      ),
    has("/articles/plain-2/", "Changed"),
  ],
];

describe("a build on top of another equals one from nothing", () => {
  const warm = copySite(inject("site"));

  /** What the weekly digest brought before and after a week was over. */
  const digests: Awaited<ReturnType<typeof readDigest>>[] = [];

  test.each([
    ["content", "2026-06-21T23:59:59Z", contentChanges],
    ["the engine, a week later", "2026-06-22", codeChanges],
  ])("after changes to %s", async (_, BUILD_NOW, changes) => {
    const before = readDist(warm);
    expect(changes.flatMap(([w, , s]) => (s(before) ? w : []))).toEqual([]);
    for (const [, make] of changes) await make(warm);
    const after = await buildSite(warm, { BUILD_NOW });
    expect(changes.flatMap(([w, , s]) => (s(after) ? [] : w))).toEqual([]);
    const cold = makeSite([]);
    rmSync(join(cold, "src"), { recursive: true });
    for (const house of ["src", "engine"])
      cpSync(join(warm, house), join(cold, house), { recursive: true });
    expect(differences(after, await buildSite(cold, { BUILD_NOW }))).toEqual(
      [],
    );
    digests.push(await readDigest(after));
  });

  test("the weekly digest brings a week when it is over, and then for good", () => {
    const [before = [], after = []] = digests;
    expect(after[0]).toMatchObject({
      guid: "tag:saucepan.example,2026:/newsletter/2026-W25",
      title: "Two new articles, 15–21 June 2026",
      isoDate: "2026-06-22T00:00:00.000Z",
    });
    expect(before.length).toBeGreaterThan(3);
    expect(after.slice(1)).toEqual(before);
  });

  test("a picture of a draft that was published is seen by the test that looks for such pictures", async () => {
    expect(await pictureSightings(readDist(warm))).not.toEqual([]);
  });
});
