import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeContent, makeFolder } from "../../support/fixture.ts";
import { runCommand, runHere } from "../../support/run-command.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/import");

const run = (project: string, ...words: string[]) =>
  runHere(project, "import", words);

/** A site with the sources of an old one in old/. */
function makeProject(dialect = "dev-to"): string {
  const project = makeContent([]);
  cpSync(join(fixtures, dialect), join(project, "old"), { recursive: true });
  return project;
}

/** All files in the articles folder, with their text. */
const articlesOf = (project: string) =>
  globSync("src/content/articles/**/*.*", { cwd: project })
    .sort()
    .map((file) => [file, readFileSync(join(project, file), "utf8")]);

describe("import", () => {
  test("without --write it shows the report and writes nothing", async () => {
    const project = makeProject();
    const { code, out } = await runCommand(project, "import", ["old"]);
    expect(code).toBe(0);
    expect(out).toContain(
      "1 article would be written. Dry run: add --write to write the files.",
    );
    expect(articlesOf(project)).toEqual([]);
  });

  test("--write writes drafts and prints the next step", async () => {
    const project = makeProject();
    const { code, out } = await run(project, "old", "--write");
    expect(code).toBe(0);
    expect(out).toContain(
      "Wrote 1 article, all as drafts. Next: run npm run check to see what is left to do",
    );
    expect(articlesOf(project).map(([file]) => file)).toEqual([
      "src/content/articles/why-we-test.md",
    ]);
    expect(articlesOf(project)[0]?.[1]).toContain("\ndraft: true\n");
  });

  test("only --force overwrites an existing article", async () => {
    const project = makeProject();
    await run(project, "old", "--write");
    const file = join(project, "src/content/articles/why-we-test.md");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, `${before}\nA word more.\n`);
    const again = await run(project, "old", "--write");
    expect(again.code).toBe(1);
    expect(again.out).toContain(
      "src/content/articles/why-we-test.md already exists.",
    );
    expect(readFileSync(file, "utf8")).toContain("A word more.");
    const forced = await run(project, "old", "--write", "--force");
    expect(forced.code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test("an article that moves into a folder with its pictures leaves no duplicate file", async () => {
    const project = makeProject("hexo");
    mkdirSync(join(project, "src/content/articles"), { recursive: true });
    writeFileSync(
      join(project, "src/content/articles/hello.md"),
      "Something.\n",
    );
    expect((await run(project, "old", "--write", "--force")).code).toBe(0);
    expect(articlesOf(project).map(([file]) => file)).toEqual([
      "src/content/articles/hello/bowl.svg",
      "src/content/articles/hello/index.md",
      "src/content/articles/world.md",
    ]);
  });

  test("only --force writes into a folder that already holds pictures", async () => {
    const project = makeProject();
    const folder = join(project, "src/content/articles/why-we-test");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "bowl.png"), "a picture");
    const { code, out } = await run(project, "old", "--write");
    expect(code).toBe(1);
    expect(out).toContain(
      "src/content/articles/why-we-test already exists.\n  Add --force",
    );
    expect(articlesOf(project).map(([file]) => file)).toEqual([
      "src/content/articles/why-we-test/bowl.png",
    ]);
    expect((await run(project, "old", "--write", "--force")).code).toBe(0);
  });

  test("the same input gives the same bytes", async () => {
    const [one, other] = [makeProject("jekyll"), makeProject("jekyll")];
    const reports = [
      (await run(one, "old", "--write")).out,
      (await run(other, "old", "--write")).out,
    ];
    expect(articlesOf(one)).toEqual(articlesOf(other));
    expect(articlesOf(one).length).toBeGreaterThan(3);
    expect(reports[0]).toBe(reports[1]);
  });

  test("--json prints the report as JSON", async () => {
    const { code, out } = await run(makeProject(), "old", "--json");
    expect(code).toBe(0);
    const report = JSON.parse(out) as {
      isWritten: boolean;
      articles: { file: string; notes: unknown[] }[];
    };
    expect(report.isWritten).toBe(false);
    expect(report.articles[0]?.file).toBe(
      "src/content/articles/why-we-test.md",
    );
    expect(report.articles[0]?.notes).toContainEqual({
      kind: "to do",
      line: 24,
      text: '"![A screen](https://images.example/screen.png)" is on another site: replaced with a TODO',
    });
  });

  describe("the report stays short, and --json has all of it", () => {
    const toMany = (many: number, toText: (index: number) => string) => {
      const project = makeContent([]);
      mkdirSync(join(project, "old"));
      for (let index = 0; index < many; index++)
        writeFileSync(join(project, `old/note-${index}.md`), toText(index));
      return project;
    };
    const toData = async (project: string) =>
      JSON.parse((await run(project, "old", "--json")).out) as Record<
        "articles" | "problems" | "skipped" | "known",
        { notes: unknown[] }[]
      >;

    test("200 articles: each note once, counted, with two examples", async () => {
      const project = toMany(
        200,
        (index) =>
          `---\ntitle: Note ${index}\nmood: m${index}\n---\n\nWords ${index}.\n\n![A](gone-${index}.png)\n`,
      );
      const { out } = await run(project, "old");
      expect(out).toContain("200 articles:\n  old/note-0.md (astro) →");
      expect(out).toContain("  … and 198 more: --json lists them all");
      expect(out).toContain(
        'dropped  200 times: mood: "m0", kept as a comment (old/note-0.md:3); mood: "m1", kept as a comment (old/note-1.md:3)\n',
      );
      expect(out).toMatch(
        /200 times: "!\[A\]\(gone-0\.png\)" was not found .+ \(old\/note-0\.md:8\); /,
      );
      expect(out.split("\n").length).toBeLessThan(30);
      const { articles } = await toData(project);
      expect(articles).toHaveLength(200);
      expect(articles[199]?.notes.length).toBeGreaterThan(5);
    });

    test("categories that are not here, one or several", async () => {
      const project = toMany(
        40,
        (index) =>
          `---\ntitle: Note ${index}\ncategories: [a${index}${", b".repeat(index % 2)}${", c d".repeat(index % 3)}]\n---\n\nWords.\n`,
      );
      const { out } = await run(project, "old");
      expect(out).toMatch(/40 times: category: there is no "a0" here/);
    });

    test("one article with 300 missing pictures, some of them twice on a line", async () => {
      const project = toMany(
        1,
        () =>
          `---\ntitle: A\n---\n\nWords.\n\n${Array.from({ length: 300 }, (_, index) => `![A](gone-${index}.png) ![A](gone.png)\n`).join("\n")}`,
      );
      const { out } = await run(project, "old");
      expect(out).toContain(", and 598 more like it");
      expect(out.split("\n").length).toBeLessThan(20);
      expect((await toData(project)).articles[0]?.notes.length).toBeGreaterThan(
        600,
      );
    });

    test("300 broken files", async () => {
      const project = toMany(300, (index) => `---\ntitle: ${index}\n\nText.\n`);
      const { out } = await run(project, "old");
      expect(out).toContain("old/note-0.md:1:1");
      expect(out).toContain("… and 298 more: --json lists them all");
      expect(out).toContain("300 problems left sources out");
      expect(out.split("\n").length).toBeLessThan(20);
      expect((await toData(project)).problems).toHaveLength(300);
    });

    test("300 articles that are here already", async () => {
      const project = toMany(
        300,
        (index) => `---\ntitle: Note ${index}\n---\n\nWords.\n`,
      );
      await run(project, "old", "--write");
      const { out } = await run(project, "old", "--write");
      expect(out).toContain(
        "  old/note-0.md → src/content/articles/note-0.md\n",
      );
      expect(out).toContain("  … and 298 more: --json lists them all");
      expect(out).toContain("; 300 already here. Nothing was written.");
    });
  });

  test("a broken file is reported with line and column, the others are imported, and the exit code is 1", async () => {
    const project = makeProject("hugo");
    const { code, out } = await run(project, "old", "--write");
    expect(code).toBe(1);
    expect(out).toContain("old/content/posts/broken-json.md:3:10");
    expect(articlesOf(project).length).toBeGreaterThan(2);
  });

  test("a single file and a single export can be named", async () => {
    const file = await run(makeProject("plain-text"), "old/notes.txt");
    expect(file.out).toContain(
      "old/notes.txt (text) → src/content/articles/notes.md",
    );
    const feed = await run(makeProject("atom"), "old/feed.atom");
    expect(feed.out).toContain("2 articles would be written.");
  });

  test("--category applies to articles without one; an unknown category is refused", async () => {
    const project = makeProject();
    expect(
      (await run(project, "old", "--write", "--category", "work")).code,
    ).toBe(0);
    expect(articlesOf(project)[0]?.[1]).toContain("\ncategory: work\n");
    const refused = await run(project, "old", "--category", "wrok");
    expect(refused).toMatchObject({
      code: 1,
      err: "There is no category wrok. Use one of: work.\n",
    });
  });

  test.each([
    [[], "Name a file, a folder or an export."],
    [["old", "--from", "drupal"], "There is no dialect drupal."],
    [["old", "--from", "jekyl"], "Did you mean jekyll?"],
    [
      ["old", "--site", "old.example"],
      "--site old.example is not a full address.",
    ],
    [
      ["old", "--permalink", ":title"],
      "--permalink :title does not start with /.",
    ],
    [
      ["old", "--permalink", "/:author/"],
      "--permalink has an unknown placeholder :author.",
    ],
    [["old", "--wirte"], "--wirte"],
  ])("wrong usage exits 2: %j", async (words, message) => {
    const { code, err } = await run(makeProject(), ...words);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain("npm run import -- <file | folder | export>");
  });

  test("a missing source is reported without a stack trace", async () => {
    expect(await run(makeProject(), "nowhere")).toMatchObject({
      code: 1,
      err: "nowhere does not exist.\n",
    });
  });

  test("pictures outside the source's folder are taken only from the --pictures folder, even through links", async () => {
    const project = makeContent([]);
    const outside = makeFolder();
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"></svg>';
    writeFileSync(join(outside, "secret.svg"), picture);
    mkdirSync(join(project, "old"));
    symlinkSync(join(outside, "secret.svg"), join(project, "old/secret.svg"));
    writeFileSync(join(project, "old/a.md"), "# A\n\n![A bowl](secret.svg)\n");
    expect((await run(project, "old", "--write")).code).toBe(0);
    expect(existsSync(join(project, "src/content/articles/a.md"))).toBe(true);
    expect(articlesOf(project)[0]?.[1]).toContain(
      "`TODO import, line 3: ![A bowl](secret.svg)`",
    );
    expect(
      (await run(project, "old", "--write", "--force", "--pictures", outside))
        .code,
    ).toBe(0);
    expect(articlesOf(project).map(([file]) => file)).toEqual([
      "src/content/articles/a/index.md",
      "src/content/articles/a/secret.svg",
    ]);
  });
});
