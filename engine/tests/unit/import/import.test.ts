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

/** A site with the sources of another one beside it. */
function makeProject(dialect = "dev-to"): string {
  const project = makeContent([]);
  cpSync(join(fixtures, dialect), join(project, "old"), { recursive: true });
  return project;
}

/** Every file of the articles with its text. */
const articlesOf = (project: string) =>
  globSync("src/content/articles/**/*.*", { cwd: project })
    .sort()
    .map((file) => [file, readFileSync(join(project, file), "utf8")]);

describe("import", () => {
  test("shows what it would do and writes nothing", async () => {
    const project = makeProject();
    const { code, out } = await runCommand(project, "import", ["old"]);
    expect(code).toBe(0);
    expect(out).toContain(
      "1 article would be written. Dry run: add --write to write the files.",
    );
    expect(articlesOf(project)).toEqual([]);
  });

  test("writes drafts with --write, and says what to do next", async () => {
    const project = makeProject();
    const { code, out } = await run(project, "old", "--write");
    expect(code).toBe(0);
    expect(out).toContain(
      "1 article is written, every article a draft. Next: see what is left to do with npm run check",
    );
    expect(articlesOf(project).map(([file]) => file)).toEqual([
      "src/content/articles/why-we-test.md",
    ]);
    expect(articlesOf(project)[0]?.[1]).toContain("\ndraft: true\n");
  });

  test("writes over nothing that is there, but for --force", async () => {
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

  test("an article that gets pictures leaves no twin behind", async () => {
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

  test("leaves pictures alone that lie where no article is yet, but for --force", async () => {
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

  test("gives the same bytes for the same input", async () => {
    const [one, other] = [makeProject("jekyll"), makeProject("jekyll")];
    const reports = [
      (await run(one, "old", "--write")).out,
      (await run(other, "old", "--write")).out,
    ];
    expect(articlesOf(one)).toEqual(articlesOf(other));
    expect(articlesOf(one).length).toBeGreaterThan(3);
    expect(reports[0]).toBe(reports[1]);
  });

  test("gives the report as data", async () => {
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
      text: 'the picture "https://images.example/screen.png" is on another site: it is marked in the text',
    });
  });

  test("reports a broken file with its place, imports the others and exits 1", async () => {
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

  test("takes a category for what names none, and refuses one that is not here", async () => {
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
    [["old", "--site", "old.example"], "--site old.example is not an address."],
    [
      ["old", "--permalink", ":title"],
      "--permalink :title does not start with /.",
    ],
    [["old", "--permalink", "/:author/"], "--permalink does not know :author."],
    [["old", "--wirte"], "--wirte"],
  ])("wrong usage exits 2: %j", async (words, message) => {
    const { code, err } = await run(makeProject(), ...words);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain("npm run import -- <file | folder | export>");
  });

  test("a source that is not there is said so, without a trace", async () => {
    expect(await run(makeProject(), "nowhere")).toMatchObject({
      code: 1,
      err: "There is no nowhere.\n",
    });
  });

  test("follows no link out of the source's folder, and takes pictures from the one that is named", async () => {
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
