import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { isError } from "#check/rule.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent } from "../../support/fixture.ts";
import {
  readContentFile,
  runCommand,
  runHere,
} from "../../support/run-command.ts";
import { applyPlan, Refusal } from "#cli/plan.ts";

const id = (slug: string) => `tag:saucepan.example,2026:/articles/${slug}/`;
const line = (slug: string, feedId = id(slug), published = "2026-01-02") =>
  `  "/articles/${slug}/": { "id": "${feedId}", "published": "${published}" }`;
const toRecord = (...lines: string[]) => `{\n${lines.join(",\n")}\n}\n`;
const filesOf = (root: string) =>
  readdirSync(join(root, "src/content"), { recursive: true }).sort();

const old = `---
# The first of them.
title: Old # kept
description: What the reader will know.
pubDate: 2026-01-02
category: work
aliases: # where it was before
  - /2019/old.html
---

A [link to itself](/articles/old/#why) and ![its picture](./oven.png).
`;

/** Every form of a link to /articles/old/, with {} for its name, and what only looks like one. */
const toLinks = (
  name: string,
) => `See [a](/articles/${name}/#x), [b](../${name}/?q=1 "old"),
[c](./${name}/index.md), [d][], <a href="/articles/${name}">x</a>, ![e](${name}/oven.png)
and https://saucepan.example/articles/${name}/ too.

But not \`[a](/articles/old/)\`, [f](/articles/old-2/), [g](/tags/old/), [h](https://example.org/articles/old/) or old.

[d]: </articles/${name}/>

\`\`\`
[i](/articles/old/)
\`\`\`
`;

describe("rename", () => {
  test("moves a published article with its pictures, redirects the old address and keeps feed id and comments", async () => {
    const root = makeContent([
      ["articles/old/index.md", old],
      ["articles/old/oven.png", "not looked at here"],
      ["published.json", toRecord(line("old"))],
    ]);
    const { code, out, err } = await runCommand(root, "rename", ["old", "new"]);
    expect(code, err).toBe(0);
    expect(out).toBe(`src/content/articles/old is now src/content/articles/new.
/articles/old/ redirects to /articles/new/, and its feed id stays the same: ${id("old")}
src/content/articles/old/index.md: 1 link to it updated.
Next: npm run check
`);
    expect(existsSync(join(root, "src/content/articles/old"))).toBe(false);
    expect(readContentFile(root, "articles/new/oven.png")).toBe(
      "not looked at here",
    );
    expect(readContentFile(root, "articles/new/index.md")).toBe(
      old
        .replace(
          "/2019/old.html\n",
          `/2019/old.html\n  - /articles/old/\nid: ${id("old")}\n`,
        )
        .replace("/articles/old/#why", "/articles/new/#why"),
    );
    expect(readContentFile(root, "published.json")).toBe(
      toRecord(line("new", id("old")), line("old")),
    );
  });

  test("updates links in every form and every file, and nothing else", async () => {
    const root = makeContent([
      ["articles/old/index.md", anArticleFile({ title: "Old", draft: true })],
      ["articles/old/oven.png", ""],
      ["articles/older.md", anArticleFile()],
      ["articles/linking.md", anArticleFile({ title: "L" }, toLinks("old"))],
      [
        "articles/linking-too.mdx",
        `---\ntitle: T\ndescription: D.\npubDate: 2026-01-02\ncategory: work\nsupersededBy: "old" # the newer\nrelated:\n  - old\n  - older\ncover:\n  image: ./old/oven.png\n  alt: old\n---\n\nimport oven from "./old/oven.png";\n\n<a href={"/articles/old/"}>old</a> {oven.src}\n`,
      ],
      [
        "calls-to-action/old.md",
        "---\nheading: Old\ntext: By feed reader.\nlink: /articles/old/\nlabel: old\n---\n",
      ],
      [
        "pages/about.md",
        "---\ntitle: About\ndescription: D.\n---\n\n[a](../articles/old/)\r\n[b](/articles/old)\n",
      ],
      [
        "tags/old.md",
        "---\ntitle: Old\ndescription: D.\n---\n\n[a](../../articles/old/)\n",
      ],
    ]);
    const before = (path: string) => readContentFile(root, path);
    const mdx = before("articles/linking-too.mdx");
    const [callToAction, about, tag] = [
      "calls-to-action/old.md",
      "pages/about.md",
      "tags/old.md",
    ].map(before);
    const { code, err } = await runHere(root, "rename", ["old", "new"]);
    expect(code, err).toBe(0);
    expect(readContentFile(root, "articles/linking.md")).toBe(
      anArticleFile({ title: "L" }, toLinks("new")),
    );
    expect(readContentFile(root, "articles/linking-too.mdx")).toBe(
      mdx
        .replace('"old" # the newer', '"new" # the newer')
        .replace("- old\n", "- new\n")
        .replaceAll("./old/oven.png", "./new/oven.png")
        .replace("/articles/old/", "/articles/new/"),
    );
    expect(readContentFile(root, "calls-to-action/old.md")).toBe(
      callToAction?.replace("/articles/old/", "/articles/new/"),
    );
    expect(readContentFile(root, "pages/about.md")).toBe(
      about?.replaceAll("articles/old", "articles/new"),
    );
    expect(readContentFile(root, "tags/old.md")).toBe(
      tag?.replace("articles/old", "articles/new"),
    );
    // It was never published: nobody knows the old address.
    expect(readContentFile(root, "articles/new/index.md")).not.toMatch(
      /aliases|id:/,
    );
    expect(existsSync(join(root, "src/content/published.json"))).toBe(false);
  });

  test("renaming back and forth makes no redirect loop and keeps the feed id", async () => {
    const root = makeContent([
      [
        "articles/old.md",
        old.replace("![its picture](./oven.png)", "no picture"),
      ],
      [
        "articles/third.md",
        anArticleFile({ title: "Third" }, "[a](./old.md)\n"),
      ],
      ["published.json", toRecord(line("old"), line("third"))],
    ]);
    for (const names of [
      ["old", "new"],
      ["new", "newer"],
      ["newer", "old"],
    ])
      expect(await runHere(root, "rename", names)).toMatchObject({
        code: 0,
      });
    const text = readContentFile(root, "articles/old.md");
    expect(text).toContain(
      "aliases: # where it was before\n  - /2019/old.html\n  - /articles/newer/\n  - /articles/new/\n",
    );
    expect(text).toContain(`id: ${id("old")}\n`);
    expect(readContentFile(root, "articles/third.md")).toContain(
      "[a](./old.md)",
    );
    const { findings } = await checkContent(root);
    expect(
      findings.filter(
        (one) => isError(one) && !one.rule.startsWith("content/link"),
      ),
    ).toEqual([]);
  });

  test("fixes the case of a slug without an alias; a slug that was an alias is no alias any more", async () => {
    const root = makeContent([
      ["articles/Old.md", anArticleFile()],
      [
        "articles/out.md",
        anArticleFile({ title: "Out", aliases: ["/articles/was"] }),
      ],
    ]);
    for (const names of [
      ["Old", "old"],
      ["out", "was"],
    ])
      expect(await runHere(root, "rename", names)).toMatchObject({
        code: 0,
      });
    expect(readContentFile(root, "articles/old.md")).toBe(anArticleFile());
    expect(readContentFile(root, "articles/was.md")).toContain(
      "aliases:\n  - /articles/out/\n",
    );
    const { findings } = await checkContent(root);
    expect(findings.filter(isError)).toEqual([]);
    const gone = await runHere(root, "rename", ["out", "other"]);
    expect(gone.err).toBe('There is no article "out": it is now "was".\n');
  });

  test("does not say that a withdrawn address redirects", async () => {
    const root = makeContent([
      ["articles/old.md", anArticleFile({ draft: true })],
      [
        "published.json",
        toRecord(line("old").replace(" }", ', "retired": "2026-03-04" }')),
      ],
    ]);
    const { out } = await runHere(root, "rename", ["old", "new"]);
    expect(out).toContain(
      "/articles/old/ still says that the article was withdrawn, and its feed id stays",
    );
  });

  test("moves the record of a scheduled article", async () => {
    const root = makeContent([
      ["articles/later.md", anArticleFile({ pubDate: "2026-12-01" })],
      ["published.json", toRecord(line("later", id("later"), "2026-12-01"))],
    ]);
    await runHere(root, "rename", ["later", "even-later"]);
    expect(readContentFile(root, "published.json")).toBe(
      toRecord(line("even-later", id("even-later"), "2026-12-01")),
    );
    expect(readContentFile(root, "articles/even-later.md")).toBe(
      anArticleFile({ pubDate: "2026-12-01" }),
    );
  });

  test("--dry-run prints the changes and makes none", async () => {
    const root = makeContent([["articles/old.md", old]]);
    const { code, out } = await runHere(root, "rename", [
      "old",
      "new",
      "--dry-run",
    ]);
    expect(code).toBe(0);
    expect(out).toContain(
      "src/content/articles/old.md is now src/content/articles/new.md.",
    );
    expect(out).toContain("Dry run: nothing was changed.");
    expect(readContentFile(root, "articles/old.md")).toBe(old);
  });

  test.each([
    [["old"], 2, "Name two slugs"],
    [["old", "old"], 2, '"old" is already its slug'],
    [["old", "New Name"], 2, "Write new-name."],
    [
      ["old", "taken"],
      2,
      "/articles/taken/ is already the address of src/content/articles/taken/index.md.\nChoose another slug, like taken-2.",
    ],
    [
      ["old", "x".repeat(201)],
      2,
      `Choose another slug, like ${"x".repeat(180)}-2.`,
    ],
    [
      ["old", "twice"],
      2,
      "/articles/twice/ is an alias in src/content/articles/taken/index.md.",
    ],
    [
      ["old", "once"],
      2,
      "/articles/once/ is an alias in src/content/articles/taken/index.md.",
    ],
    [["old", "gone"], 2, "/articles/gone/ was the address of another article"],
    [["olds", "new"], 1, 'There is no article "olds". Did you mean "old"?'],
    [
      ["old", "new"],
      1,
      "Cannot tell whether src/content/articles/broken.mdx links to old.",
    ],
  ])(
    "called with %j it exits with %i, says why and changes nothing",
    async (args, code, words) => {
      const root = makeContent([
        ["articles/old.md", old],
        [
          "articles/taken/index.md",
          anArticleFile({
            aliases: ["/articles/once/", "/articles/twice"],
            draft: true,
          }),
        ],
        [
          "articles/broken.mdx",
          anArticleFile({}, "<A>\n\n[a](/articles/old/)\n"),
        ],
        ["published.json", toRecord(line("gone"))],
      ]);
      const before = filesOf(root);
      const result = await runHere(root, "rename", args);
      expect(result.err).toContain(words);
      expect(result.code).toBe(code);
      expect(filesOf(root)).toEqual(before);
      expect(readContentFile(root, "articles/old.md")).toBe(old);
    },
  );
});

describe("a name", () => {
  const names = [
    "one-name",
    "/articles/one-name/",
    "articles/one-name",
    "src/content/articles/one-name.md",
    "./src/content/articles/one-name.md",
    "one-name.md",
  ];
  test.each(names)(
    "is a slug, an address or an article's own path: %s",
    async (name) => {
      const root = makeContent([["articles/one-name.md", anArticleFile()]]);
      const { code, out } = await runHere(root, "rename", [name, "x"]);
      expect(code, out).toBe(0);
    },
  );

  test.each([
    "../../x",
    "/x",
    "a/x",
    "https://example.org/articles/x/",
    "/articles/../x",
    "/",
    "..",
  ])("is nothing else: %s", async (name) => {
    const root = makeContent([
      ["articles/one-name.md", anArticleFile()],
      ["articles/x.md", anArticleFile({ title: "X" })],
    ]);
    const to = await runHere(root, "rename", ["one-name", name]);
    expect(to.code).toBe(2);
    expect(to.err).toContain(`"${name}" cannot be used as an address`);
    const from = await runHere(root, "rename", [name, "y"]);
    expect(from.code).toBe(1);
    expect(from.err).toContain(`There is no article "${name}".`);
  });

  test.each([201, 256, 5000, 200_000])(
    "of %i letters is refused at once",
    async (length) => {
      const root = makeContent([["articles/one-name.md", anArticleFile()]]);
      const { code, err } = await runHere(root, "rename", [
        "one-name",
        "a".repeat(length),
      ]);
      expect(code).toBe(2);
      expect(err).toContain(
        `The slug has ${length} characters; the limit is 200.`,
      );
      expect(err.length).toBeLessThan(500);
    },
  );
});

describe("what a command writes", () => {
  test("is refused as a whole if the new name is in use", async () => {
    const root = makeContent([["articles/old.md", old]]);
    mkdirSync(join(root, "src/content/articles/in-the-way/inside"), {
      recursive: true,
    });
    const before = filesOf(root);
    const failing = applyPlan(root, {
      writes: new Map([
        ["src/content/articles/old.md", "other"],
        ["src/content/articles/deep/down.md", "new"],
      ]),
      move: {
        from: "src/content/articles/old.md",
        to: "src/content/articles/in-the-way",
      },
    });
    await expect(failing).rejects.toThrow(Refusal);
    await expect(failing).rejects.toThrow("Nothing was changed.");
    expect(readContentFile(root, "articles/old.md")).toBe(old);
    expect(filesOf(root)).toEqual(before);
  });

  test("keeps a file's mode, and leaves no temporary files", async () => {
    const root = makeContent([["articles/old.md", old]]);
    const path = join(root, "src/content/articles/old.md");
    chmodSync(path, 0o640);
    await applyPlan(root, {
      writes: new Map([["src/content/articles/old.md", "other"]]),
    });
    expect(
      filesOf(root).filter((file) => String(file).includes("old")),
    ).toEqual(["articles/old.md"]);
    const { mode } = statSync(path);
    expect(mode & 0o777).toBe(0o640);
  });
});
