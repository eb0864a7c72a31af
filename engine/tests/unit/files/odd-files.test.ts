import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readInputs } from "#build/inputs.ts";
import { checkContent } from "#check/check-content.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent, makeFolder } from "../../support/fixture.ts";
import { makeHuge, makePipe, withoutRights } from "../../support/odd-files.ts";
import { runHere } from "../../support/run-command.ts";

const root = makeContent([["articles/old.md", anArticleFile()]]);
const content = join(root, "src/content");
const articles = join(content, "articles");
const folder = "src/content/articles";

const check = async () =>
  (await checkContent(root)).findings.map(
    ({ file, problem, remedy, rule }) =>
      `${file}: ${problem} ${remedy} [${rule}]`,
  );

/** What `check` reports while a file is there. */
async function reportOf(name: string | Buffer): Promise<string[]> {
  const report = await check();
  const path =
    typeof name === "string"
      ? join(articles, name)
      : Buffer.concat([Buffer.from(`${articles}/`), name]);
  rmSync(path, { recursive: true });
  return report;
}

const noFile =
  "This is a pipe, a socket or a device, not a file. Delete it, or put a file in its place. [content/place]";

describe("what is no file is named, and nothing waits for it", () => {
  test.each(["pipe.md", "pipe.png", "folder/index.md"])(
    "a pipe: %s",
    async (name) => {
      makePipe(join(articles, name));
      expect(await reportOf(name.split("/")[0]!)).toContain(
        `${folder}/${name}: ${noFile}`,
      );
    },
  );

  test("a socket", async () => {
    const server = createServer().listen(join(articles, "s.md"));
    await once(server, "listening");
    expect(await check()).toEqual([`${folder}/s.md: ${noFile}`]);
    server.close();
  });

  test("the record of published addresses", async () => {
    makePipe(join(content, "published.json"));
    expect(await reportOf("../published.json")).toEqual([
      "src/content/published.json: The file cannot be read. Make it readable, or restore it from its last commit. [content/unreadable]",
    ]);
  });

  test.each([
    ["new", ["Another", "--category", "work"]],
    ["publish", ["old"]],
    ["unpublish", ["old", "--reason", "It was wrong."]],
    ["rename", ["old", "new"]],
  ])("%s reads everything else and ends", async (command, args) => {
    const own = makeContent([["articles/old.md", anArticleFile()]]);
    makePipe(join(own, folder, "pipe.md"));
    const { out, err } = await runHere(own, command, args);
    expect(out + err).not.toBe("");
    expect(out + err).not.toMatch(/^\s+at /m);
  });
});

test("an import of a pipe is refused", async () => {
  const pipe = join(makeFolder(), "export.xml");
  makePipe(pipe);
  const { code, out } = await runHere(root, "import", [pipe]);
  expect(out).toContain("This is a pipe, a socket or a device, not a file.");
  expect(code).toBe(1);
});

test("a name that is not UTF-8 is refused, not passed over", async () => {
  const name = Buffer.from("caf\xe9.md", "latin1");
  const write = (folder: string, name: Buffer) =>
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), name]),
      anArticleFile(),
    );
  const refused =
    "This name is not UTF-8: it has bytes that are no character. Rename it, in lower-case words with hyphens. [content/file-name]";
  write(articles, name);
  expect(await reportOf(name)).toEqual([`${folder}/caf\uFFFD.md: ${refused}`]);
  const own = Buffer.from("\xe9t\xe9", "latin1");
  mkdirSync(Buffer.concat([Buffer.from(`${articles}/`), own]));
  expect(await reportOf(own)).toEqual([`${folder}/\uFFFDt\uFFFD: ${refused}`]);
  mkdirSync(join(articles, "shown"));
  write(join(articles, "shown"), Buffer.from("\xe9.png", "latin1"));
  expect(await reportOf("shown")).toContain(
    `${folder}/shown/\uFFFD.png: ${refused}`,
  );
});

describe("a file is refused by its size before it is read", () => {
  test.each([
    [3_000_000_000, "3,000,000,000 bytes"],
    [750_001, "750,001 bytes"],
  ])("%i bytes", async (bytes, written) => {
    makeHuge(join(articles, "huge.md"), bytes);
    readInputs(root);
    expect(await reportOf("huge.md")).toEqual([
      `${folder}/huge.md: The text has ${written}; the limit is 250,000 characters. Split it into several articles. [content/size]`,
    ]);
  });
});

test("the same holds outside the content, where Vite would wait or fail", async () => {
  const own = makeContent([["articles/old.md", anArticleFile()]]);
  makePipe(join(own, "public/films/pipe.mp4"));
  makePipe(join(own, "src/pages/pipe.astro"));
  symlinkSync("nowhere", join(own, "public/gone.txt"));
  symlinkSync("..", join(own, "public/films/all"));
  writeFileSync(
    Buffer.concat([Buffer.from(`${own}/public/`), Buffer.from([0xe9])]),
    "",
  );
  // An editor's lock, for as long as it has the file open.
  symlinkSync("somebody@somewhere", join(own, "src/pages/.#index.astro"));
  const { findings } = await checkContent(own);
  expect(findings.map(({ file, rule }) => [file, rule])).toEqual([
    ["public/films/all", "own/file"],
    ["public/films/pipe.mp4", "own/file"],
    ["public/gone.txt", "own/file"],
    ["public/\uFFFD", "own/file"],
    ["src/pages/pipe.astro", "own/file"],
  ]);
});

test.each([
  ["a folder", join(articles, "shut"), `${folder}/shut`],
  ["the folder of articles", articles, folder],
  ["all content", content, "src/content"],
])("%s that nobody may read is named", async (_, path, file) => {
  mkdirSync(path, { recursive: true });
  const report = await withoutRights(root, path, check);
  expect(report).toContain(
    `${file}: The folder cannot be read. Make it readable, or restore it from its last commit. [content/unreadable]`,
  );
});

describe("a link", () => {
  test("to a file or folder outside the content is refused", async () => {
    const outside = makeFolder();
    const refused =
      "This is a symbolic link to something outside src/content. Put the file itself there. [content/broken-link]";
    writeFileSync(join(outside, "index.md"), anArticleFile());
    symlinkSync(join(outside, "index.md"), join(articles, "secret.md"));
    expect(await reportOf("secret.md")).toEqual([
      `${folder}/secret.md: ${refused}`,
    ]);
    symlinkSync(outside, join(articles, "secret"));
    expect(await reportOf("secret")).toEqual([`${folder}/secret: ${refused}`]);
  });

  test("may lead to another folder for a whole collection, or all content", async () => {
    const own = makeContent([]);
    const elsewhere = makeContent([["articles/one.md", anArticleFile()]]);
    symlinkSync("one.md", join(elsewhere, folder, "two.md"));
    symlinkSync(join(elsewhere, folder), join(own, folder));
    const { content: read } = await checkContent(own);
    expect(read.collections.articles.map(({ id }) => id)).toEqual([
      "one",
      "two",
    ]);
    rmSync(join(own, "src/content"), { recursive: true });
    symlinkSync(join(elsewhere, "src/content"), join(own, "src/content"));
    expect((await checkContent(own)).content.collections.articles).toHaveLength(
      2,
    );
  });

  test("that leads in a circle is followed once", () => {
    const own = makeContent([]);
    for (const name of ["one", "two"]) {
      mkdirSync(join(own, "src", name));
      for (const to of ["one", "two"])
        symlinkSync(`../${to}`, join(own, "src", name, to));
    }
    writeFileSync(join(own, "src/one/own.ts"), "");
    const files = Object.keys(readInputs(own).files);
    expect(files.filter((file) => file.endsWith("/own.ts"))).toEqual([
      "src/one/own.ts",
      "src/two/one/own.ts",
    ]);
  });
});

test("names that are too long for an address are refused", async () => {
  const long = "a".repeat(201);
  writeFileSync(join(articles, `${long}.md`), anArticleFile());
  expect(await reportOf(`${long}.md`)).toEqual([
    `${folder}/${long}.md: "${"a".repeat(59)}…" has 201 characters; the limit for an address is 200. Give the article a shorter name. [content/file-name]`,
  ]);
  writeFileSync(
    join(articles, "tagged.md"),
    anArticleFile({ tags: ["b".repeat(300)] }),
  );
  expect(await reportOf("tagged.md")).toEqual([
    expect.stringContaining("It has 300 characters; the limit is 200."),
  ]);
  mkdirSync(join(articles, "shown"));
  writeFileSync(join(articles, "shown/index.md"), anArticleFile());
  writeFileSync(join(articles, "shown", `${"ä".repeat(100)}.png`), "");
  expect(await reportOf("shown")).toEqual([
    expect.stringContaining("The name of this picture is too long"),
  ]);
});
