import {
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { isError } from "#check/rule.ts";
import { planImport, type ImportOptions } from "../../../import/plan.ts";
import { toImportReport } from "../../../import/report.ts";
import { writeArticles } from "../../../import/write.ts";
import { makeContent } from "../../support/fixture.ts";

const folder = "engine/tests/fixtures/import";
const dialects = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const options: Record<string, ImportOptions> = {
  jekyll: { permalink: "/:categories/:year/:month/:day/:title.html" },
  gatsby: { category: "work" },
  hexo: { from: "hexo" },
  medium: { pictures: `${folder}/medium/images` },
  substack: { pictures: `${folder}/substack`, site: "https://letters.example" },
  wordpress: { pictures: `${folder}/wordpress/uploads` },
};

/** Imports a fixture into a new site; returns all written files and the report as one text. */
async function importFixture(dialect: string) {
  const project = makeContent([]);
  symlinkSync(join(import.meta.dirname, "../../.."), join(project, "engine"));
  mkdirSync(join(project, "src/components"), { recursive: true });
  writeFileSync(join(project, "src/components/Opinion.astro"), "");
  const plan = await planImport(
    project,
    `${folder}/${dialect}`,
    options[dialect] ?? {},
  );
  await writeArticles(project, plan.articles);
  const written = globSync("src/content/articles/**/*.*", { cwd: project })
    .sort()
    .map(
      (file) =>
        `-- ${file} --\n${file.endsWith(".svg") ? "(a picture)\n" : readFileSync(join(project, file), "utf8")}`,
    );
  return {
    project,
    text: `${written.join("")}-- report --\n${toImportReport(plan, true)}\n`,
  };
}

describe("each fixture gives exactly the expected articles and report", () => {
  test.each(dialects)("%s", async (dialect) => {
    const { text } = await importFixture(dialect);
    const expected = join(folder, `${dialect}.expected.txt`);
    if (process.env.WRITE_EXPECTED) writeFileSync(expected, text);
    expect(text).toBe(readFileSync(expected, "utf8"));
  });
});

describe("check accepts all imported articles, except for the TODOs", () => {
  test.each(dialects)("%s", async (dialect) => {
    const { project } = await importFixture(dialect);
    const { findings } = await checkContent(project);
    const others = findings.filter(
      (finding) => isError(finding) && finding.rule !== "content/todo",
    );
    expect(others).toEqual([]);
  });
});
