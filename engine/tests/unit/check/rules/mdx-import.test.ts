import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { anArticleFile } from "../../../support/an-article.ts";
import { makeContent } from "../../../support/fixture.ts";

/** What is said of a body where there is an own component Opinion: "line:column problem remedy" from the body's first line. */
async function found(body: string): Promise<string[]> {
  const root = makeContent([["articles/a.mdx", anArticleFile({}, body)]]);
  const folder = join(root, "src/components");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "Opinion.astro"), "");
  const { findings } = await checkContent(root);
  return findings.map(
    ({ line, column, problem, remedy, rule }) =>
      `${line - 7}:${column} [${rule}] ${problem} ${remedy}`,
  );
}
const opinion = '"#components/Opinion.astro"';
const write = `Write import Opinion from ${opinion};`;
const choose =
  "one of the components for articles: Checklist, Compare, Opinion.";

describe("a component is imported by its one name", () => {
  test.each([
    `import Opinion from ${opinion};\n\n<Opinion answer="go" />`,
    `import Own from ${opinion};\n\n<Own answer="go">A text.</Own>`,
  ])("%s", async (body) => {
    expect(await found(body)).toEqual([]);
  });

  test.each([
    [`import { Opinion } from ${opinion};`, "1:25"],
    [`import * as Opinion from ${opinion};`, "1:26"],
    [`import Opinion, { a } from ${opinion};`, "1:28"],
    [`import ${opinion};`, "1:8"],
    [`import {} from ${opinion};`, "1:16"],
  ])("%s", async (body, place) => {
    expect(await found(`${body}\n\nA text.`)).toEqual([
      `${place} [article/mdx-import] A component is imported whole, by one name. ${write}`,
    ]);
  });
});

describe("nothing else is imported", () => {
  test.each([
    ["../components/Opinion.astro", write],
    ["/src/components/Opinion.astro", write],
    ["#components/../prose/Opinion.astro", write],
    ["#components/Opinion.astro?raw", `Import ${choose}`],
    ["#components/opinion.astro", `Import ${choose}`],
    ["#content/articles/a.mdx", `Import ${choose}`],
    ["node:fs", `Import ${choose}`],
    ["fs", `Import ${choose}`],
    ["data:text/javascript,1", `Import ${choose}`],
    ["https://example.org/a.js", `Import ${choose}`],
    ["virtual:astro", `Import ${choose}`],
    ["./a.png", `Import ${choose}`],
  ])("%s", async (from, remedy) => {
    expect(
      await found(`import A from "${from}";\nimport "${from}";\n\nA text.`),
    ).toEqual(
      ["1:15", "2:8"].map(
        (place) =>
          `${place} [article/mdx-import] "${from}" is not made for texts. ${remedy}`,
      ),
    );
  });

  test("not later either", async () => {
    expect(
      await found(
        "{import('fs')} {import.meta.url} <b title={import('fs')}>a</b>\n\nexport const a = import('fs');",
      ),
    ).toEqual(
      [
        "1:2 import(…)",
        "1:17 import.meta",
        "1:44 import(…)",
        "3:18 import(…)",
      ].map(
        (what) =>
          `${what.replace(" ", " [article/mdx-import] ")} leads out of the text. Take it out, or import ${choose}`,
      ),
    );
  });

  test("a component that is not there is told once", async () => {
    expect(
      await found('import { Gone } from "#components/Gone.astro";\n\nA text.'),
    ).toEqual([
      `1:22 [article/mdx] There is no #components/Gone.astro to import. Import ${choose}`,
    ]);
  });
});

describe("an export is the text's own", () => {
  test.each([
    "export const prices = [1, 2];",
    "export function half(number) { return number / 2 }",
    "export const { a, b: [c] } = { a: 1, b: [2] };",
  ])("%s", async (body) => {
    expect(await found(`${body}\n\nA text.`)).toEqual([]);
  });

  test.each([
    ["export default 1;", "1:1", "default"],
    ["export default function () { return 1 }", "1:1", "default"],
    ["export const layout = 1;", "1:8", "layout"],
    ["export const { frontmatter } = {};", "1:8", "frontmatter"],
    ["export const { a: [components] } = { a: [1] };", "1:8", "components"],
    ["export function getStaticPaths() { return [] }", "1:8", "getStaticPaths"],
    ["export const a = 1;\nexport { a as prerender };", "2:15", "prerender"],
    ['export const a = 1;\nexport { a as "layout" };', "2:15", "layout"],
    ["export const _components = 1;", "1:8", "_components"],
  ])("%s", async (body, place, name) => {
    const words = await found(`${body}\n\nA text.`);
    expect(words).toHaveLength(1);
    expect(words[0]).toContain(
      `${place} [article/mdx-import] Astro takes an export called ${name} for its own.`,
    );
  });

  test.each([
    ['export * from "./b.ts";', "1:15"],
    ['export * as a from "./b.ts";', "1:20"],
    ['export { a } from "./b.ts";', "1:19"],
    ['export { default } from "./b.ts";', "1:25"],
  ])("%s", async (body, place) => {
    expect(await found(`${body}\n\nA text.`)).toEqual([
      `${place} [article/mdx-import] A text passes nothing on from other files. Take the export out.`,
    ]);
  });
});
