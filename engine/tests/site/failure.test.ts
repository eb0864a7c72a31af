import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { anArticleFile } from "../support/an-article.ts";
import { copySite, differences, readDist, run } from "../support/build-site.ts";
import { checkContent } from "#check/check-content.ts";
import { toReport } from "#check/report.ts";
import { isError } from "#check/rule.ts";
import { writeContent } from "../support/fixture.ts";

describe("a build that fails leaves the last good one as it was", () => {
  const root = copySite(inject("site"));
  const good = readDist(root);

  test("every problem of the content is named once, as check names it, without a trace", async () => {
    writeContent(root, [
      [
        "articles/first-cake.md",
        anArticleFile({ pubDate: "2026-02-31", catgory: "work" }),
      ],
      ["articles/plain-1.mdx", anArticleFile({})],
      ["articles/why?.md", anArticleFile({})],
    ]);
    const build = await run(root, "build");
    const check = await run(root, "check");
    expect(check.code).toBe(1);
    expect(build.code).toBe(1);
    const errors = (await checkContent(root)).findings.filter(isError);
    expect(errors).toHaveLength(5);
    expect(build.output.split(toReport(errors))).toHaveLength(2);
    for (const error of errors)
      expect(check.output).toContain(toReport([error]).split("\n\n")[0]);
    expect(build.output).toContain(
      "src/content/articles/first-cake.md:4:10  pubDate\n  2026-02-31 is not a day in the calendar.",
    );
    expect(build.output).not.toMatch(/^\s+at /m);
    expect(differences(good, readDist(root))).toEqual([]);
    for (const name of ["first-cake.md", "plain-1.mdx", "why?.md"])
      rmSync(join(root, "src/content/articles", name));
  });

  test.each([
    ["Markdown", "articles/plain-2.md"],
    ["MDX", "articles/in-mdx/index.mdx"],
  ])("a step that throws on %s names the article", async (_, path) => {
    const pipeline = join(root, "engine/markdown/pipeline.ts");
    const before = readFileSync(pipeline, "utf8");
    writeFileSync(
      pipeline,
      before.replace("mdastPlugins: [", "mdastPlugins: [failing, "),
    );
    appendFileSync(
      pipeline,
      `function failing(context) { return { name: "failing", after() { if (context.fileURL?.pathname.endsWith(${JSON.stringify(path)})) throw new Error("The step broke."); } }; }\n`,
    );
    const { code, output } = await run(root, "build");
    writeFileSync(pipeline, before);
    expect(output).toContain(path);
    expect(output).toContain("The step broke.");
    expect(code).toBe(1);
    expect(differences(good, readDist(root))).toEqual([]);
  });

  test("a build killed between its two renames is found and put back", async () => {
    mkdirSync(join(root, ".build"), { recursive: true });
    renameSync(join(root, "dist"), join(root, ".build/previous"));
    writeContent(root, [["articles/broken.md", "A text."]]);
    const { code } = await run(root, "build");
    rmSync(join(root, "src/content/articles/broken.md"));
    expect(code).toBe(1);
    expect(differences(good, readDist(root))).toEqual([]);
  });

  test("a BUILD_NOW that is no moment is refused", async () => {
    const { code, output } = await run(root, "build", {
      BUILD_NOW: "tomorrow",
    });
    expect(code).toBe(1);
    expect(output).toContain("BUILD_NOW is tomorrow. Write an instant like");
  });
});
