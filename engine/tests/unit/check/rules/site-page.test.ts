import {
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { isError } from "#check/rule.ts";
import { siteRule } from "#check/rules/site.ts";
import { readContent } from "#files/content.ts";
import { anArticleFile } from "../../../support/an-article.ts";
import { makeContent } from "../../../support/fixture.ts";
import { changeSettings } from "../../../support/settings.ts";
import { siteContent } from "../../../support/site-content.ts";

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
const findDeadLinks = async () =>
  (await siteRule.check(await readContent(root))).filter(
    ({ rule }) => rule === "site/page",
  );
const problemsOf = async (to: string) => {
  changeSettings(root, { footer: [{ label: "A", to }] });
  return (await findDeadLinks()).map(({ problem }) => problem);
};

test.each([
  "/",
  "/icon-192.png",
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
])("the menu may link to %s", async (to) =>
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

test("the finding has the link's position", async () => {
  writeFileSync(
    join(root, "src/site.ts"),
    'export const site = {\n  menu: [\n    { label: "A", to: "/a/" },\n  ],\n};\n',
  );
  expect(await findDeadLinks()).toMatchObject([
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

test("advertisements without a call to action that names a category or tag, or without a page about privacy, are reported", async () => {
  changeSettings(root, { ads: {} });
  const file = join(root, "src/content/calls-to-action/feed.md");
  const text = readFileSync(file, "utf8");
  const find = async () =>
    (await siteRule.check(await readContent(root))).filter(
      ({ rule }) => rule === "site/ads",
    );
  expect(await find()).toMatchObject([{ field: "ads", file: "src/site.ts" }]);
  writeFileSync(file, text.replace("link:", "tags:\n  - baking\nlink:"));
  expect(await find()).toEqual([]);
  writeFileSync(file, text);
  changeSettings(root, { ads: { provider: "ethicalads", publisher: "a" } });
  expect(await find()).toMatchObject([
    { problem: expect.stringContaining("no page about privacy") },
  ]);
});

test("a page about corrections without an address is a reminder", async () => {
  changeSettings(root, {});
  const file = join(root, "src/content/pages/corrections.md");
  const find = async () =>
    (await siteRule.check(await readContent(root))).filter(
      ({ rule }) => rule === "site/contact",
    );
  expect(await find()).toEqual([]);
  writeFileSync(file, "---\ntitle: C\ndescription: D.\n---\n\nText.\n");
  expect(await find()).toMatchObject([{ file: "src/site.ts", field: "email" }]);
  for (const settings of [
    { email: "cook@saucepan.example" },
    { repository: "https://code.example/edit/main" },
  ]) {
    changeSettings(root, settings);
    expect(await find()).toEqual([]);
  }
  rmSync(file);
});

describe("any one page can be deleted", () => {
  const pages = [...siteContent()].filter(([file]) => /^pages\//.test(file));
  const named = ["about", "privacy"];
  const whole = makeContent([
    ...pages,
    [
      "articles/linking.md",
      anArticleFile(
        { title: "Linking" },
        "A text.\n\nWho [we are](/about/).\n",
      ),
    ],
  ]);
  changeSettings(whole, {
    menu: [{ label: "Ours", to: "/about/" }],
    footer: [{ label: "Private", to: "/privacy/#data" }],
  });

  test.each(pages)(
    "%s: each link to it in the owner's settings and texts is an error at its place",
    async (file, text) => {
      const path = join(whole, "src/content", file);
      rmSync(path);
      const { findings } = await checkContent(whole);
      writeFileSync(path, text);
      const id = /([\w-]+)\.md$/.exec(file)?.[1] as string;
      const address = `/${id}/`;
      const places = findings.filter(isError).map((finding) => {
        expect(finding.problem).toContain(address);
        const line = readFileSync(join(whole, finding.file), "utf8").split(
          "\n",
        )[finding.line - 1];
        expect(line?.slice(finding.column - 1)).toMatch(
          new RegExp(`^(?:"to":"|\\[we are\\]\\()${address}`),
        );
        return finding.file;
      });
      const linking = "src/content/articles/linking.md";
      expect(places.sort()).toEqual(
        id === "about"
          ? [linking, "src/site.ts"]
          : named.includes(id)
            ? ["src/site.ts"]
            : [],
      );
    },
  );

  test("the engine links to an optional page only if it is there", () => {
    const engine = join(import.meta.dirname, "../../../..");
    const links = globSync("**/*.{ts,astro}", {
      cwd: engine,
      exclude: ["tests/**", "node_modules/**"],
    }).flatMap((file) => {
      const code = readFileSync(join(engine, file), "utf8");
      return [...code.matchAll(/addresses\.page\("([\w-]+)"\)/g)].map(
        ([, page]) => ({ file, page, isGuarded: code.includes("hasPage(") }),
      );
    });
    // The first is the engine's own page, the second part of an id.
    const others = links.filter(
      ({ file, page }) => page !== "404" && file !== "feeds/digest.ts",
    );
    expect(new Set(others.map(({ page }) => page))).toEqual(
      new Set(["about", "corrections", "licence", "privacy"]),
    );
    expect(others.filter(({ isGuarded }) => !isGuarded)).toEqual([]);
  });
});
