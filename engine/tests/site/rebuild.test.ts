import {
  cpSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import {
  buildSite,
  differences,
  forget,
  makeSite,
  readDist,
  type Dist,
} from "../support/build-site.ts";
import { writeContent } from "../support/fixture.ts";
import { anArticleFile } from "../support/an-article.ts";
import { canary, siteContent } from "../support/site-content.ts";

const at = (root: string, path: string) => join(root, "src/content", path);
const edit = (file: string, from: string, to: string) => {
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
};

test("two cold builds of the same moment are the same to the byte", async () => {
  const again = await buildSite(makeSite(siteContent()));
  expect(differences(readDist(inject("site")), again)).toEqual([]);
});

describe("a build on top of another equals one from nothing", () => {
  let warm: string;
  let before: Dist;

  beforeAll(async () => {
    warm = makeSite(siteContent());
    before = await buildSite(warm);
  });

  test.each<[string, (root: string) => void]>([
    [
      "editing an article",
      (root) =>
        edit(
          at(root, "articles/plain-4.md"),
          "First a paragraph",
          "At first a paragraph",
        ),
    ],
    [
      "editing an article's front matter",
      (root) => edit(at(root, "articles/plain-6.md"), "Plain 6", "Plainer 6"),
    ],
    [
      "editing an MDX article",
      (root) =>
        edit(at(root, "articles/in-mdx/index.mdx"), "Book it.", "Book it now."),
    ],
    [
      "renaming an article",
      (root) =>
        renameSync(
          at(root, "articles/plain-7.md"),
          at(root, "articles/renamed.md"),
        ),
    ],
    [
      "giving an article a tag that recommends it on another's page",
      (root) =>
        edit(
          at(root, "articles/plain-12.md"),
          "  - shared",
          "  - shared\n  - alone",
        ),
    ],
    ["deleting an article", (root) => rmSync(at(root, "articles/plain-8.md"))],
    [
      "adding an article",
      (root) =>
        writeContent(root, [
          [
            "articles/new.md",
            anArticleFile({ title: "New", pubDate: "2026-06-14" }),
          ],
        ]),
    ],
    [
      "un-drafting an article",
      (root) =>
        edit(
          at(root, `articles/draft-in-mdx-${canary}/index.mdx`),
          "draft: true",
          "draft: false",
        ),
    ],
    [
      "drafting an article",
      (root) =>
        edit(
          at(root, "articles/plain-9.md"),
          "category:",
          "draft: true\ncategory:",
        ),
    ],
    [
      "renaming a category",
      (root) =>
        edit(at(root, "categories/work.md"), "title: Work", "title: Labour"),
    ],
    [
      "changing a tag's text",
      (root) =>
        edit(
          at(root, "tags/shared.md"),
          "A tag with a text.",
          "A tag with another text.",
        ),
    ],
    [
      "changing a picture",
      (root) =>
        writeFileSync(
          at(root, "articles/everything/field.png"),
          siteContent().get(
            `articles/scheduled-${canary}/cover-${canary}.png`,
          ) as Buffer,
        ),
    ],
    [
      "changing a Markdown step",
      (root) =>
        edit(
          join(root, "engine/markdown/tables.ts"),
          'ariaLabel: "Table"',
          'ariaLabel: "Wide table"',
        ),
    ],
    [
      "changing the schema",
      (root) =>
        edit(
          join(root, "engine/model/schema.ts"),
          "}).default(true),\n    cta",
          "}).default(false),\n    cta",
        ),
    ],
    [
      "changing what an article is",
      (root) =>
        edit(
          join(root, "engine/model/article.ts"),
          "kicker: data.kicker ?? category.title",
          'kicker: "Changed"',
        ),
    ],
  ])("%s", async (_, change) => {
    change(warm);
    const after = await buildSite(warm);
    const cold = makeSite([]);
    rmSync(join(cold, "src"), { recursive: true });
    for (const house of ["src", "engine"])
      cpSync(join(warm, house), join(cold, house), { recursive: true });
    const fresh = await buildSite(cold);
    expect(differences(after, fresh)).toEqual([]);
    expect(differences(before, after)).not.toEqual([]);
    before = after;
  });

  test("forgetting every cache changes nothing", async () => {
    forget(warm);
    expect(differences(before, await buildSite(warm))).toEqual([]);
  });
});
