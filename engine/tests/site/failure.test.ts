import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { toReport } from "#check/report.ts";
import { isError } from "#check/rule.ts";
import { anArticleFile } from "../support/an-article.ts";
import { makeSite, readDist, run } from "../support/build-site.ts";
import { ground, writeContent } from "../support/fixture.ts";
import { changeSettings } from "../support/settings.ts";

describe("a build that fails leaves the last good one as it was", () => {
  const root = makeSite([
    ...ground,
    ["articles/plain.md", anArticleFile({})],
    ["articles/in-mdx/index.mdx", anArticleFile({})],
  ]);
  const good = "The last good build.";
  const writeGood = (folder: string) => {
    rmSync(join(root, "dist"), { recursive: true, force: true });
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, "index.html"), good);
  };
  const expectGood = () =>
    expect([...readDist(root)].map(([, bytes]) => bytes.toString())).toEqual([
      good,
    ]);
  beforeEach(() => writeGood("dist"));

  test("it names each problem of the content once, as check does, without a stack trace; a build killed between its two renames is put back first", async () => {
    writeGood(".build/previous");
    writeContent(root, [
      [
        "articles/first-cake.md",
        anArticleFile({ pubDate: "2026-02-31", catgory: "work" }),
      ],
      ["articles/plain.mdx", anArticleFile({})],
      ["articles/why?.md", anArticleFile({})],
    ]);
    const { code, output } = await run(root, "build");
    const errors = (await checkContent(root)).findings.filter(isError);
    for (const name of ["first-cake.md", "plain.mdx", "why?.md"])
      rmSync(join(root, "src/content/articles", name));
    expect(code).toBe(1);
    expect(errors).toHaveLength(5);
    expect(output.split(toReport(errors))).toHaveLength(2);
    expect(output).toContain(
      "src/content/articles/first-cake.md:4:10  pubDate\n  2026-02-31 is not a day in the calendar.",
    );
    expect(output).not.toMatch(/^\s+at /m);
    expectGood();
  });

  test.each([
    ["Markdown", "articles/plain.md"],
    ["MDX", "articles/in-mdx/index.mdx"],
  ])("it names the article when a step fails on %s", async (_, path) => {
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
    expectGood();
  });

  test("it names the page of the publication's own that fails, without a stack trace", async () => {
    const page = join(root, "src/pages/tools/index.astro");
    const before = readFileSync(page, "utf8");
    writeFileSync(page, before.replace('"tools"', '"tool"'));
    const { code, output } = await run(root, "build");
    writeFileSync(page, before);
    expect(code).toBe(1);
    expect(output).toContain(
      'src/pages/tools/index.astro\n  getEntries: there is no collection "tool" in src/collections.ts. Did you mean "tools"?\n',
    );
    expect(output).not.toMatch(/^\s+at /m);
    expectGood();
  });

  test("it says which setting is wrong and what to write, without a stack trace", async () => {
    changeSettings(root, {
      newsletter: {
        provider: "other",
        action: "http://lists.example.org/join",
        field: "email",
      },
    });
    const { code, output } = await run(root, "build");
    expect(code).toBe(1);
    expect(output).toMatch(
      /^src\/site\.ts:1:\d+  newsletter\.action\n  "http:\/\/lists\.example\.org\/join" is not an address with https\.\n  Write the full address/m,
    );
    expect(output).not.toMatch(/^\s+at /m);
    expectGood();
  });
});
