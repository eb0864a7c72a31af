import { existsSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { splitFrontMatter } from "#files/read.ts";
import { checkContent } from "#check/check-content.ts";
import { isError } from "#check/rule.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent } from "../../support/fixture.ts";
import {
  readContentFile,
  runCommand,
  runHere,
} from "../../support/run-command.ts";

const makeRoot = () =>
  makeContent([
    ["articles/first.md", anArticleFile({ tags: ["baking"] })],
    [
      "articles/moved.md",
      anArticleFile({ title: "Moved", aliases: ["/articles/old-name/"] }),
    ],
    [
      "published.json",
      '{\n  "/articles/gone-for-good/": { "id": "tag:saucepan.example,2026:/articles/gone-for-good/", "published": "2026-01-02", "retired": "2026-02-03" }\n}\n',
    ],
  ]);
const fieldsOf = (root: string, path: string) =>
  parse(splitFrontMatter(readContentFile(root, path)).yaml) as Record<
    string,
    unknown
  >;

describe("new", () => {
  test("writes a draft without errors, and suggests the next step", async () => {
    const root = makeRoot();
    const { code, out } = await runCommand(root, "new", [
      "Wok: is it worth it?",
      "--category",
      "work",
      "--tags",
      "baking,slow-cooking-meals",
    ]);
    expect(out)
      .toBe(`src/content/articles/wok-is-it-worth-it.md: a draft, for /articles/wok-is-it-worth-it/
"slow-cooking-meals" is a new tag.
Next: write it, with npm run dev to see it; when it is done: npm run publish -- wok-is-it-worth-it
`);
    expect(code).toBe(0);
    expect(readContentFile(root, "articles/wok-is-it-worth-it.md")).toMatch(
      /^---\ntitle: "Wok: is it worth it\?"\ndescription: TODO\npubDate: 2026-06-15\ncategory: work\ntags:\n {2}- baking\n {2}- slow-cooking-meals\ndraft: true\n---\n\n<!--/,
    );
    const { findings } = await checkContent(root);
    expect(
      findings.filter(
        (finding) => isError(finding) && finding.file.includes("wok"),
      ),
    ).toEqual([]);
  });

  test.each([
    `"Quoted": 'it''s' # not a comment`,
    "- a list? {no} [no] & *no* !no |",
    "true",
    "2026-02-03",
    "😀 emoji\u200d and ‮right-to-left‬ שלום",
    "  blanks before and after  ",
    "\\backslash\\n and \ttab",
  ])("keeps the title %j as it was written", async (title) => {
    const root = makeRoot();
    const { code, err } = await runHere(root, "new", [
      `--title=${title}`,
      "--category=work",
      "--slug=a-name",
    ]);
    expect(code, err).toBe(0);
    expect(fieldsOf(root, "articles/a-name.md").title).toBe(title.trim());
  });

  test.each([
    ["CompTIA Security+", "comptia-security-plus"],
    ["C++", "c-plus-plus"],
  ])("gives %s the address %s", async (title, slug) => {
    const root = makeRoot();
    await runHere(root, "new", [title, "--category=work"]);
    expect(existsSync(join(root, `src/content/articles/${slug}.md`))).toBe(
      true,
    );
  });

  test("writes TODO for an empty description, and each author once", async () => {
    const root = makeRoot();
    await runHere(root, "new", [
      "Title",
      "--category=work",
      "--description= ",
      "--author=saucepan",
      "--author=saucepan",
    ]);
    expect(fieldsOf(root, "articles/title.md")).toMatchObject({
      description: "TODO",
      authors: ["saucepan"],
    });
  });

  test("makes a folder or an MDX file on request; its questions are comments", async () => {
    const root = makeRoot();
    const { out } = await runHere(root, "new", [
      "With pictures",
      "--category=work",
      "--folder",
      "--mdx",
    ]);
    expect(out).toContain(
      "src/content/articles/with-pictures/index.mdx: a draft",
    );
    const { content, findings } = await checkContent(root);
    expect(findings.filter(isError)).toEqual([]);
    expect(
      content.collections.articles.find(({ id }) => id === "with-pictures")
        ?.contents.words,
    ).toBe(1);
  });

  test.each([
    [["Title"], "Which category: work? Write --category NAME."],
    [["--category", "work"], "There is no title."],
    [["", "--category", "work"], "The title: It is empty."],
    [["a\nb", "--category", "work"], "It has more than one paragraph."],
    [
      ["x".repeat(200), "--category", "work"],
      "The title: It has 200 characters; the limit is 120.",
    ],
    [
      ["Title", "--category", "wrok"],
      'There is no category "wrok". Did you mean "work"?',
    ],
    [
      ["Title", "--category", "work", "--author", "saucepna"],
      'There is no author "saucepna". Did you mean "saucepan"?',
    ],
    [
      ["Title", "--category", "work", "--tags", "C++"],
      '"C++" is not a valid tag: use lower-case words with hyphens. Write c-plus-plus.',
    ],
    [["?!", "--category", "work"], "Write one: --slug a-short-name"],
    [
      ["Title", "--category", "work", "--slug", "Not A Slug"],
      "Write not-a-slug.",
    ],
    [["Two", "words", "--category", "work"], "Unexpected word: words"],
    [["Title", "--categroy", "work"], "--categroy"],
  ])("refuses %j and says how to call it", async (args, words) => {
    const root = makeRoot();
    const { code, err } = await runHere(root, "new", args);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });

  test.each([
    [
      "First",
      "/articles/first/ is already the address of src/content/articles/first.md.\nWrite another one: --slug first-2\n",
    ],
    [
      "Old name",
      "/articles/old-name/ is an alias in src/content/articles/moved.md.\nWrite another one: --slug old-name-2\n",
    ],
    [
      "Gone for good",
      "/articles/gone-for-good/ was the address of another article, published on 2026-01-02: feed readers would mistake one for the other.\nWrite another one: --slug gone-for-good-2\n",
    ],
    [
      "Page",
      "/articles/page/ is already used by a page of the site.\nWrite another one: --slug page-2\n",
    ],
  ])("refuses the address of %s, which is taken", async (title, words) => {
    const root = makeRoot();
    const before = readContentFile(root, "articles/first.md");
    const { code, err } = await runHere(root, "new", [
      title,
      "--category=work",
    ]);
    expect(err).toBe(words);
    expect(code).toBe(1);
    expect(readContentFile(root, "articles/first.md")).toBe(before);
  });
});
