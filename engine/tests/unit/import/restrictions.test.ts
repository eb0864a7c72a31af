import {
  cpSync,
  globSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { isError } from "#check/rule.ts";
import { makeContent } from "../../support/fixture.ts";
import { runHere } from "../../support/run-command.ts";

/** Imports a source; returns what a terminal shows and the written articles, published as they are. */
async function importAll(write: (project: string) => void) {
  const project = makeContent([]);
  write(project);
  const { out, err } = await runHere(project, "import", ["old", "--write"]);
  const files = globSync("src/content/articles/*", { cwd: project });
  const texts = files.map((file) => readFileSync(join(project, file), "utf8"));
  for (const [index, file] of files.entries())
    writeFileSync(
      join(project, file),
      (texts[index] as string).replace("draft: true", "draft: false"),
    );
  const { findings } = await checkContent(project);
  return { shown: out + err, texts, findings: findings.filter(isError) };
}

const fixture = (name: string) => (project: string) =>
  cpSync(
    join(import.meta.dirname, "../../fixtures/import", name),
    join(project, "old"),
    { recursive: true },
  );

const markdown = (field: string) => (project: string) => {
  mkdirSync(join(project, "old"));
  writeFileSync(
    join(project, "old/a.md"),
    `---\ntitle: A\ndate: 2020-01-02\n${field}\n---\n\nWords.\n`,
  );
};

describe("an article that not everybody could read cannot be published before somebody decides", () => {
  test.each([
    ["wordpress-site", /\/(?:for-|a-diary|waiting-|new-year)/, 5],
    ["ghost-site", /\/(?:for-|by-email|a-gated|tomorrow)/, 5],
  ])("%s", async (name, restricted, count) => {
    const { findings } = await importAll(fixture(name));
    const stopped = findings.filter(({ rule }) => rule === "content/todo");
    const files = new Set(stopped.map(({ file }) => file));
    expect([...files].filter((file) => restricted.test(file))).toHaveLength(
      count,
    );
  });

  test.each([
    ["password: hunter2", "it had a password"],
    ["private: true", "private: true"],
    ["extra.private: true", "extra.private: true"],
    ["visibility: members", "visibility: members"],
    ["audience: only_paid", "audience: only_paid"],
    ["status: private", "status: private"],
  ])("%s in a Markdown file", async (field, why) => {
    const { shown, texts, findings } = await importAll(markdown(field));
    expect(texts[0]).toContain(
      `\n\n<!-- TODO: On the old site this was not for everybody (${why}).`,
    );
    expect(findings.map(({ problem }) => problem).join()).toContain(why);
    expect(shown + texts.join()).not.toContain("hunter2");
  });

  test.each(["visibility: public", "private: false", "status: evergreen"])(
    "%s asks nothing",
    async (field) => {
      const { texts } = await importAll(markdown(field));
      expect(texts[0]).not.toContain("<!-- TODO");
    },
  );
});

test.each(["wordpress-site", "ghost-site"])(
  "no password or key of %s is shown or written",
  async (name) => {
    const { shown, texts } = await importAll(fixture(name));
    expect(texts).not.toEqual([]);
    expect(shown + texts.join()).not.toMatch(/hunter|key-5f4d|BEGIN|\$2a\$/);
  },
);
