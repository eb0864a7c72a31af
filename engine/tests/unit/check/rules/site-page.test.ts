import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checkLinks } from "#check/rules/site-page.ts";
import { readContent } from "#files/content.ts";
import { anArticleFile } from "../../../support/an-article.ts";
import { makeContent } from "../../../support/fixture.ts";

const root = makeContent([
  ["articles/one.md", anArticleFile()],
  ["articles/two.md", anArticleFile({ draft: true })],
  ["pages/about.md", "---\ntitle: About\ndescription: Us.\n---\n\nWe cook.\n"],
]);
for (const file of [
  "src/pages/recipes/index.astro",
  "src/pages/recipes/[name].astro",
  "src/pages/_part.astro",
  "src/pages/list.json.ts",
  "public/files/book.pdf",
]) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), "");
}
const problemsOf = async (to: string) =>
  (
    await checkLinks(await readContent(root), {
      menu: undefined,
      footer: [{ label: "A", to }],
    })
  ).map(({ problem }) => problem);

test.each([
  "/",
  "/about/",
  "/about/#top",
  "/rss.xml",
  "/articles/one/",
  "/recipes/",
  "/recipes/bread/",
  "/list.json",
  "/files/book.pdf",
  "https://example.org/anything",
  "mailto:a@example.org",
])("a link of the menu may lead to %s", async (to) =>
  expect(await problemsOf(to)).toEqual([]),
);

test.each([
  ["/about", "There is no page /about. Did you mean /about/?"],
  ["/abuot/", "There is no page /abuot/. Did you mean /about/?"],
  ["/privacy/", "There is no page /privacy/."],
  ["/_part/", "There is no page /_part/."],
  ["/.well-known/security.txt", "There is no page /.well-known/security.txt."],
  [
    "/articles/two/",
    "/articles/two/ is a draft: until it is out the link leads nowhere.",
  ],
])("a link to %s is reported", async (to, problem) =>
  expect(await problemsOf(to)).toEqual([problem]),
);

test("the finding is at the link", async () => {
  writeFileSync(
    join(root, "src/site.ts"),
    'export const site = {\n  menu: [\n    { label: "A", to: "/a/" },\n  ],\n};\n',
  );
  const findings = await checkLinks(await readContent(root), {
    menu: [{ label: "A", to: "/a/" }],
    footer: undefined,
  });
  expect(findings).toMatchObject([
    { file: "src/site.ts", line: 3, column: 19, field: "menu[1].to" },
  ]);
});
