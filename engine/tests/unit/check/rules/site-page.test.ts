import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { sitePageRule } from "#check/rules/site-page.ts";
import { readContent } from "#files/content.ts";
import { anArticleFile } from "../../../support/an-article.ts";
import { makeContent } from "../../../support/fixture.ts";
import { changeSettings } from "../../../support/settings.ts";

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
const problemsOf = async (to: string) => {
  changeSettings(root, { footer: [{ label: "A", to }] });
  const findings = await sitePageRule.check(await readContent(root));
  return findings.map(({ problem }) => problem);
};

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
    "/articles/two/ is a draft: until it is published the link is dead.",
  ],
])("a link to %s is reported", async (to, problem) =>
  expect(await problemsOf(to)).toEqual([problem]),
);

test("the finding is at the link", async () => {
  writeFileSync(
    join(root, "src/site.ts"),
    'export const site = {\n  menu: [\n    { label: "A", to: "/a/" },\n  ],\n};\n',
  );
  const findings = await sitePageRule.check(await readContent(root));
  expect(findings).toMatchObject([
    { file: "src/site.ts", line: 3, column: 19, field: "menu[1].to" },
  ]);
});

test("each check reads src/site.ts again: a fixed setting has no findings", async () => {
  const rulesOf = async (settings: Parameters<typeof changeSettings>[1]) => {
    changeSettings(root, settings);
    const { findings } = await checkContent(root);
    return findings
      .map(({ rule }) => rule)
      .filter((rule) => rule.startsWith("site/"));
  };
  expect(
    await rulesOf({
      author: "nobody",
      menu: [{ label: "A", to: "/nowhere/" }],
      security: { contact: "mailto:a@example.org", expires: "2020-01-01" },
    }),
  ).toEqual(
    expect.arrayContaining(["site/default", "site/page", "site/security"]),
  );
  expect(await rulesOf({})).toEqual([]);
});
