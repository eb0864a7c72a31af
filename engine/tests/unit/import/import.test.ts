import { spawnSync } from "node:child_process";
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

const command = join(import.meta.dirname, "../../../import/import.ts");
const fixtures = join(import.meta.dirname, "../../fixtures/import");

/** Runs the command in a site, as a shell does: nobody can be asked. */
function run(project: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, ...words],
    { cwd: project, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

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
  test("shows what it would do and writes nothing", () => {
    const project = makeProject();
    const { status, stdout } = run(project, "old");
    expect(status).toBe(0);
    expect(stdout).toContain(
      "1 article would be written. Nothing is written yet: add --write.",
    );
    expect(articlesOf(project)).toEqual([]);
  });

  test("writes drafts with --write, and says what to do next", () => {
    const project = makeProject();
    const { status, stdout } = run(project, "old", "--write");
    expect(status).toBe(0);
    expect(stdout).toContain(
      "1 article is written, every article a draft. Now look at what is left to do: npm run check",
    );
    expect(articlesOf(project).map(([file]) => file)).toEqual([
      "src/content/articles/why-we-test.md",
    ]);
    expect(articlesOf(project)[0]?.[1]).toContain("\ndraft: true\n");
  });

  test("writes over nothing that is there, but for --force", () => {
    const project = makeProject();
    run(project, "old", "--write");
    const file = join(project, "src/content/articles/why-we-test.md");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, `${before}\nA word more.\n`);
    const again = run(project, "old", "--write");
    expect(again.status).toBe(1);
    expect(again.stdout).toContain(
      "src/content/articles/why-we-test.md is there already.",
    );
    expect(readFileSync(file, "utf8")).toContain("A word more.");
    const forced = run(project, "old", "--write", "--force");
    expect(forced.status).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test("an article that gets pictures leaves no twin behind", () => {
    const project = makeProject("hexo");
    mkdirSync(join(project, "src/content/articles"), { recursive: true });
    writeFileSync(
      join(project, "src/content/articles/hello.md"),
      "Something.\n",
    );
    expect(run(project, "old", "--write", "--force").status).toBe(0);
    expect(articlesOf(project).map(([file]) => file)).toEqual([
      "src/content/articles/hello/bowl.svg",
      "src/content/articles/hello/index.md",
      "src/content/articles/world.md",
    ]);
  });

  test("leaves pictures alone that lie where no article is yet, but for --force", () => {
    const project = makeProject();
    const folder = join(project, "src/content/articles/why-we-test");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "bowl.png"), "a picture");
    const { status, stdout } = run(project, "old", "--write");
    expect(status).toBe(1);
    expect(stdout).toContain(
      "src/content/articles/why-we-test is there already.\n  Add --force",
    );
    expect(articlesOf(project).map(([file]) => file)).toEqual([
      "src/content/articles/why-we-test/bowl.png",
    ]);
    expect(run(project, "old", "--write", "--force").status).toBe(0);
  });

  test("gives the same bytes for the same input", () => {
    const [one, other] = [makeProject("jekyll"), makeProject("jekyll")];
    const reports = [one, other].map(
      (project) => run(project, "old", "--write").stdout,
    );
    expect(articlesOf(one)).toEqual(articlesOf(other));
    expect(articlesOf(one).length).toBeGreaterThan(3);
    expect(reports[0]).toBe(reports[1]);
  });

  test("gives the report as data", () => {
    const { status, stdout } = run(makeProject(), "old", "--json");
    expect(status).toBe(0);
    const report = JSON.parse(stdout) as {
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

  test("reports a broken file with its place, imports the others and exits 1", () => {
    const project = makeProject("hugo");
    const { status, stdout } = run(project, "old", "--write");
    expect(status).toBe(1);
    expect(stdout).toContain("old/content/posts/broken-json.md:3:10");
    expect(articlesOf(project).length).toBeGreaterThan(2);
  });

  test("a single file and a single export can be named", () => {
    const file = run(makeProject("plain-text"), "old/notes.txt");
    expect(file.stdout).toContain(
      "old/notes.txt (text) → src/content/articles/notes.md",
    );
    const feed = run(makeProject("atom"), "old/feed.atom");
    expect(feed.stdout).toContain("2 articles would be written.");
  });

  test("takes a category for what names none, and refuses one that is not here", () => {
    const project = makeProject();
    expect(run(project, "old", "--write", "--category", "work").status).toBe(0);
    expect(articlesOf(project)[0]?.[1]).toContain("\ncategory: work\n");
    const refused = run(project, "old", "--category", "wrok");
    expect(refused).toMatchObject({
      status: 1,
      stderr: "There is no category wrok. There are: work.\n",
    });
  });

  test.each([
    [[], "Name a file, a folder or an export."],
    [["old", "--from", "drupal"], "There is no dialect drupal."],
    [["old", "--from", "jekyl"], "Did you mean jekyll?"],
    [["old", "--site", "old.example"], "--site old.example is no address."],
    [
      ["old", "--permalink", ":title"],
      "--permalink :title does not begin at the root.",
    ],
    [["old", "--permalink", "/:author/"], "--permalink knows no :author."],
    [["old", "--wirte"], "--wirte"],
  ])("a call that does not fit exits 2: %j", (words, message) => {
    const { status, stderr } = run(makeProject(), ...words);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain("npm run import -- <file | folder | export>");
  });

  test("a source that is not there is said so, without a trace", () => {
    expect(run(makeProject(), "nowhere")).toMatchObject({
      status: 1,
      stderr: "There is no nowhere.\n",
    });
  });

  test("follows no link out of the source's folder, and takes pictures from the one that is named", () => {
    const project = makeContent([]);
    const outside = makeFolder();
    const picture =
      '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"></svg>';
    writeFileSync(join(outside, "secret.svg"), picture);
    mkdirSync(join(project, "old"));
    symlinkSync(join(outside, "secret.svg"), join(project, "old/secret.svg"));
    writeFileSync(join(project, "old/a.md"), "# A\n\n![A bowl](secret.svg)\n");
    expect(run(project, "old", "--write").status).toBe(0);
    expect(existsSync(join(project, "src/content/articles/a.md"))).toBe(true);
    expect(articlesOf(project)[0]?.[1]).toContain(
      "`TODO import, line 3: ![A bowl](secret.svg)`",
    );
    expect(
      run(project, "old", "--write", "--force", "--pictures", outside).status,
    ).toBe(0);
    expect(articlesOf(project).map(([file]) => file)).toEqual([
      "src/content/articles/a/index.md",
      "src/content/articles/a/secret.svg",
    ]);
  });
});
