import { execFileSync } from "node:child_process";
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeContent } from "../../support/fixture.ts";
import { runHere } from "../../support/run-command.ts";

/** A site with an old one in old/. */
function makeProject(files: Record<string, string>): string {
  const project = makeContent([]);
  for (const [path, text] of Object.entries(files)) {
    const file = join(project, "old", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return project;
}
const run = (project: string, ...words: string[]) =>
  runHere(project, "import", ["old", ...words]);

const articlesOf = (project: string): Record<string, string> =>
  Object.fromEntries(
    globSync("**/*.md", { cwd: join(project, "src/content/articles") })
      .sort()
      .map((file) => [
        file,
        readFileSync(join(project, "src/content/articles", file), "utf8"),
      ]),
  );
const namesOf = (project: string) => Object.keys(articlesOf(project));

const toPost = (fields: string, text = "Words.") =>
  `---\ncategory: work\n${fields}\n---\n\n${text}\n`;
const wordpress = (items: string) =>
  `<rss xmlns:content="c" xmlns:wp="w"><channel><link>https://old.example</link><wp:wxr_version>1.2</wp:wxr_version>${items}</channel></rss>`;

describe("an article without Latin letters gets a legal slug, and its old address redirects to it", () => {
  test.each([
    [
      "the old slug",
      { "a.md": toPost("title: 你好世界\ndate: 2019-11-07\nslug: hello") },
      [],
      "hello.md",
      undefined,
    ],
    [
      "its number in WordPress",
      {
        "export.xml": wordpress(
          "<item><title>你好</title><link>https://old.example/2019/%E4%BD%A0%E5%A5%BD/</link><wp:post_id>12</wp:post_id><wp:post_date>2019-11-07 10:00:00</wp:post_date><wp:post_name>%e4%bd%a0%e5%a5%bd</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><content:encoded>Words.</content:encoded></item>",
        ),
      },
      [],
      "12.md",
      "/2019/你好/",
    ],
    [
      "its day",
      {
        "_posts/2019-11-07-こんにちは.md": toPost(
          "title: こんにちは\npermalink: /blog/こんにちは/",
        ),
      },
      [],
      "2019-11-07.md",
      "/blog/こんにちは/",
    ],
    [
      "vowel signs stay in its old address",
      {
        "a.md": toPost("title: हिन्दी\ndate: 2019-11-07\nurl: /हिन्दी/"),
      },
      [],
      "2019-11-07.md",
      "/हिन्दी/",
    ],
    [
      "Zola's path",
      { "a.md": toPost("title: 你好\npath: 2019/11/07/你好") },
      [],
      "2019-11-07.md",
      "/2019/11/07/你好",
    ],
    [
      "--slug",
      { "你好.md": toPost("title: 你好\ndate: 2019-11-07") },
      ["--slug", "note-:year-:month"],
      "note-2019-11.md",
      undefined,
    ],
    [
      "--permalink with the old title",
      { "_posts/2019-11-07-你好.md": toPost("title: 你好") },
      ["--permalink", "/:year/:title.html"],
      "2019-11-07.md",
      "/2019/你好.html",
    ],
    [
      "nothing",
      { "你好.md": toPost("title: 你好") },
      [],
      "article.md",
      undefined,
    ],
    [
      "not an address of this site's pages",
      { "page.md": toPost("title: Page\ndate: 2019-11-07") },
      [],
      "2019-11-07.md",
      undefined,
    ],
    [
      "at most 180 characters",
      { "a.md": toPost(`title: A\nslug: ${"word-".repeat(50)}end`) },
      [],
      `${"word-".repeat(36).slice(0, -1)}.md`,
      undefined,
    ],
    [
      "one word of 256 letters",
      { "a.md": toPost(`title: A\nurl: /2019/${"a".repeat(256)}/`) },
      [],
      `${"a".repeat(180)}.md`,
      undefined,
    ],
  ])("%s", async (_, files, words, name, alias) => {
    const project = makeProject(files);
    const { code } = await run(project, "--write", ...words);
    expect(code).toBe(0);
    const [[file, text] = ["", ""]] = Object.entries(articlesOf(project));
    expect(file).toBe(name);
    expect(/aliases:\n {2}- (.*)/.exec(text)?.[1]).toBe(alias);
  });

  test("--slug names what it does not know", async () => {
    const { code, err } = await run(makeProject({}), "--slug", ":author");
    expect(code).toBe(2);
    expect(err).toContain("--slug has an unknown placeholder :author.");
  });
});

describe("sources of one slug are kept apart", () => {
  test("by their years, else their days, else numbers; the report says so", async () => {
    const project = makeProject({
      "2017/a.md": toPost("title: Bread\ndate: 2017-01-01\nslug: bread"),
      "2018/a.md": toPost(
        "title: Bread\ndate: 2018-01-01\nslug: bread\nurl: /articles/bread/",
      ),
      "2018/b.md": toPost("title: Bread two\ndate: 2018-02-01\nslug: bread"),
      "2019/a.md": toPost("title: Bread three\ndate: 2019-01-01\nslug: bread"),
      "2019/b.md": toPost("title: Bread four\ndate: 2019-01-01\nslug: bread"),
      "none.md": toPost("title: Bread\nslug: bread"),
    });
    const { code, out } = await run(project, "--write");
    expect(code).toBe(0);
    expect(namesOf(project)).toEqual([
      "bread-2017.md",
      "bread-2018-01-01.md",
      "bread-2018-02-01.md",
      "bread-2019-01-01-2.md",
      "bread-2019-01-01.md",
      "bread.md",
    ]);
    expect(out).toContain(
      "slug bread-2017: old/2018/a.md and 4 more would be bread too",
    );
    // Another article has it now.
    expect(out).toContain("address /articles/bread/: already in use");
  });

  test("an old address that is another slug now redirects", async () => {
    const project = makeProject({
      "2017/a.md": toPost("title: A\ndate: 2017-01-01\nurl: /articles/bread/"),
      "2018/a.md": toPost("title: B\ndate: 2018-01-01\nurl: /other/bread/"),
    });
    await run(project, "--write");
    expect(articlesOf(project)["bread-2017.md"]).toContain(
      "aliases:\n  - /articles/bread/\n",
    );
  });
});

describe("a date that is only in a path or a name is guessed, and listed", () => {
  const day = "2019-11-07";
  test.each([
    ["2019-11-07-name.md", "title: T", "name"],
    ["2019-11-07_name.md", "title: T", "name"],
    ["2019-11-07T10:00:00Z-name.md", "title: T", "name"],
    ["2019_11_07 name.md", "title: T", "2019-11-07-name"],
    ["20191107-name.md", "title: T", "20191107-name"],
    ["name-2019-11-07.md", "title: T", "name-2019-11-07"],
    ["2019-11-07.md", "title: T", "2019-11-07"],
    ["2019-11-07-name/index.md", "title: T", "name"],
    ["blog/2019/11/07/name.md", "title: T", "name"],
    ["blog/2019/11/7/name/index.md", "title: T", "name"],
    ["name.md", "title: T\npath: 2019/11/07/name", "name"],
    ["name.md", "title: T\nslug: 2019/11/07/name", "name"],
    ["name.md", "title: T\nurl: /2019/11/07/name.html", "name"],
  ])("%s with %j", async (file, fields, slug) => {
    const project = makeProject({ [file]: toPost(fields) });
    const { code, out } = await run(project, "--write");
    expect(code).toBe(0);
    const [text = ""] = Object.values(articlesOf(project));
    expect(namesOf(project)).toEqual([`${slug}.md`]);
    expect(text).toContain(`pubDate: ${day}\n`);
    expect(out).toMatch(/guessed  (?:.*\n +)*pubDate 2019-11-07 from the /);
  });

  test.each([
    ["version-2019-1.md", "a version"],
    ["12019-11-07.md", "a longer number"],
    ["2019/11/name.md", "no day"],
  ])("%s has %s", async (file) => {
    const project = makeProject({ [file]: toPost("title: T") });
    await run(project, "--write");
    expect(Object.values(articlesOf(project))[0]).toContain("pubDate: TODO");
  });
});

test("Zola's paths, taxonomies, extra fields, authors as tables, links and shortcodes are read", async () => {
  const project = makeProject({
    "config.toml": 'base_url = "https://old.example"\n',
    "static/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "content/name.md": `+++
title = "Name"
path = "2019/11/07/name"
authors = [{ name = "Saucepan", email = "s@old.example" }]
[taxonomies]
tags = ["Iron", "Heat"]
categories = ["Work"]
[extra]
subtitle = "What it is about."
image = "/dot.svg"
image_alt = "A dot"
mood = "hopeful"
+++

See [other](@/other.md#part) and {{ youtube(id="dQw4w9WgXcQ") }}.

{{ figure(src="/dot.svg", alt="A dot", caption="It is small.") }}
`,
    "content/other.md": `+++
title = "Other"
date = 2019-11-08
[[extra.authors]]
name = "Nobody"
+++

Words.
`,
  });
  const { code, out } = await run(project, "--write");
  expect(code).toBe(0);
  expect(out).toContain("old/content/name.md (zola)");
  expect(out).toContain('author "Nobody" is unknown');
  expect(articlesOf(project)["name/index.md"]).toBe(`---
title: Name
description: What it is about.
pubDate: 2019-11-07
category: work
tags:
  - iron
  - heat
draft: true
authors:
  - saucepan
cover:
  image: ./dot.svg
  alt: A dot
aliases:
  - /2019/11/07/name
# was: extra.mood: hopeful
---

See [other](/articles/other/#part) and <https://www.youtube.com/watch?v=dQw4w9WgXcQ>.

![A dot](./dot.svg)

It is small.
`);
});

test("categories and authors without Latin letters are found by their own names only", async () => {
  const project = makeProject({
    "a.md": "---\ntitle: A\ncategory: 旅行\nauthor: 張三\n---\n\nWords.\n",
    "b.md": "---\ntitle: B\ncategory: 生活\nauthor: 李四\n---\n\nWords.\n",
  });
  const content = join(project, "src/content");
  writeFileSync(
    join(content, "categories/life.md"),
    "---\ntitle: 生活\ndescription: Life.\nhue: 30\norder: 2\n---\n",
  );
  writeFileSync(join(content, "authors/li.md"), "---\nname: 李四\n---\n");
  await run(project, "--write");
  const { "a.md": a, "b.md": b } = articlesOf(project);
  expect(a).toContain("category: TODO");
  expect(a).not.toContain("authors:");
  expect(b).toContain("category: life");
  expect(b).toContain("authors:\n  - li\n");
});

test.each([
  "Uncategorized",
  "uncategorised",
  "Non classé",
  "Non classe\u0301",
  "未分类",
  "Без рубрики",
  "Allgemein",
  "Okategoriserade",
  "Ukategorisert",
  "Ikke kategoriseret",
  "Geen categorie",
  "Sin categoría",
  "Senza categoria",
  "Sense categoria",
  "Genel",
  "Yleinen",
  "Nezařazené",
  "Fără categorie",
  "Без категорії",
  "Без категория",
  "Χωρίς κατηγορία",
  "غير مصنف",
  "دسته‌بندی نشده",
  "כללי",
  "Chưa phân loại",
  "未分類",
  "미분류",
])("the category %s means none: neither a category nor a tag", async (name) => {
  const project = makeProject({
    "a.md": `---\ntitle: A\ncategories: [${name}, Work]\ntags: [iron, ${name}]\n---\n\nWords.\n`,
  });
  const { out } = await run(project, "--write");
  expect(Object.values(articlesOf(project))[0]).toContain(
    "category: work\ntags:\n  - iron\ndraft",
  );
  expect(out).toContain(`categories: "${name}"`);
});

test.each(["Categories", "Bread", "General", "Classics", "Категории"])(
  "the category %s is a topic",
  async (name) => {
    const project = makeProject({
      "a.md": `---\ntitle: A\ncategories: [${name}, Work]\n---\n\nWords.\n`,
    });
    const { out } = await run(project, "--write");
    expect(out).not.toContain(`categories: "${name}"`);
  },
);

describe("what was imported before", () => {
  const files = {
    "one.md": toPost("title: One\ndate: 2019-01-01\nurl: /2019/one.html"),
    "two.md": toPost("title: Two\ndate: 2019-01-02\nid: urn:old:two"),
    "three.md": toPost("title: Three\ndate: 2019-01-03"),
  };

  test("is skipped, renamed or not, and the report says where it is", async () => {
    const project = makeProject(files);
    await run(project, "--write");
    await runHere(project, "publish", ["three", "--keep-day"]);
    for (const slug of ["one", "two", "three"])
      await runHere(project, "rename", [slug, `new-${slug}`]);
    const before = articlesOf(project);
    expect(Object.keys(before)).toEqual([
      "new-one.md",
      "new-three.md",
      "new-two.md",
    ]);
    for (const flags of [["--write"], ["--write", "--force"]]) {
      const { code, out } = await run(project, ...flags);
      expect(code).toBe(0);
      expect(out).toContain(
        `Already here, and left as they are:
  old/one.md → src/content/articles/new-one.md
  old/three.md → src/content/articles/new-three.md
  old/two.md → src/content/articles/new-two.md`,
      );
      expect(articlesOf(project)).toEqual(before);
    }
    writeFileSync(
      join(project, "old/four.md"),
      toPost("title: Four", "See [one](/2019/one.html) and [two](two.md)."),
    );
    await run(project, "--write");
    expect(articlesOf(project)["four.md"]).toContain(
      "See [one](/articles/new-one/) and [two](/articles/new-two/).",
    );
  });

  test("is skipped if it has been edited, and overwritten only with --force", async () => {
    const project = makeProject({ "one.md": files["one.md"] });
    await run(project, "--write");
    const file = join(project, "src/content/articles/one.md");
    const imported = readFileSync(file, "utf8");
    writeFileSync(file, `${imported}\nMine.\n`);
    const { code, out } = await run(project, "--write");
    expect(code).toBe(0);
    expect(out).toContain("old/one.md → src/content/articles/one.md");
    expect(readFileSync(file, "utf8")).toContain("Mine.");
    expect((await run(project, "--write", "--force")).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(imported);
  });

  test("is not known by what several sources share", async () => {
    const project = makeProject({
      "1/links.md": toPost("title: Links\ndate: 2019-01-01"),
    });
    await run(project, "--write");
    for (const folder of ["2", "3"]) {
      mkdirSync(join(project, "old", folder));
      writeFileSync(
        join(project, "old", folder, "more.md"),
        toPost("title: Links\ndate: 2019-01-01"),
      );
    }
    const { out } = await run(project, "--write");
    expect(out).toContain("Wrote 2 articles");
    expect(namesOf(project)).toEqual([
      "links.md",
      "more-2019-01-01-2.md",
      "more-2019-01-01.md",
    ]);
  });

  test("is known by an address in published.json whose article is gone", async () => {
    const project = makeProject(files);
    writeFileSync(
      join(project, "src/content/published.json"),
      '{\n  "/2019/one.html": { "id": "urn:x:1", "published": "2019-01-01" }\n}\n',
    );
    const { out } = await run(project);
    expect(out).toContain(
      "old/one.md → /2019/one.html, published once and now gone",
    );
  });

  test("an interrupted import is finished by the same command, without leftovers", async () => {
    const project = makeProject({
      ...files,
      "four.md": toPost("title: Four\ndate: 2019-01-04", "![A dot](dot.svg)"),
      "dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    });
    await run(project, "--write");
    const folder = join(project, "src/content/articles");
    const whole = articlesOf(project);
    rmSync(join(folder, "four/index.md"));
    rmSync(join(folder, "two.md"));
    writeFileSync(join(folder, ".two.md.4194305.swp"), "half");
    writeFileSync(join(folder, `four/.index.md.4194305.swp`), "half");
    const { code, out } = await run(project, "--write");
    expect(code).toBe(0);
    expect(out).toContain("Wrote 2 articles and 1 picture");
    expect(out).toContain("old/one.md → src/content/articles/one.md");
    expect(articlesOf(project)).toEqual(whole);
    expect(
      readdirSync(folder, { recursive: true }).filter((name) =>
        String(name).endsWith(".swp"),
      ),
    ).toEqual([]);
  });

  test("--force overwrites only what git has; outside git it says what it overwrites", async () => {
    const project = makeProject({ "one.md": files["one.md"] });
    await run(project, "--write");
    const file = join(project, "src/content/articles/one.md");
    const imported = readFileSync(file, "utf8");
    writeFileSync(file, `${imported}\nMine.\n`);
    expect((await run(project, "--force")).out).toContain(
      "the text before in src/content/articles/one.md: overwritten",
    );
    const git = (...words: string[]) =>
      execFileSync(
        "git",
        ["-c", "user.name=a", "-c", "user.email=a", ...words],
        {
          cwd: project,
        },
      );
    git("init", "-q");
    const refused = await run(project, "--write", "--force");
    expect(refused.code).toBe(1);
    expect(refused.out).toContain(
      "src/content/articles/one.md has changes that git does not have.",
    );
    expect(readFileSync(file, "utf8")).toContain("Mine.");
    git("add", "src");
    git("commit", "-qm", "All");
    expect((await run(project, "--write", "--force")).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(imported);
  });
});

test("one source that cannot be written does not stop the others", async () => {
  const project = makeProject({
    "a.md": toPost(`title: A\nslug: ${"a".repeat(256)}`),
    "b.md": toPost("title: B"),
  });
  expect((await run(project, "--write")).code).toBe(0);
  expect(namesOf(project)).toHaveLength(2);
  expect(existsSync(join(project, "src/content/articles/b.md"))).toBe(true);
});
