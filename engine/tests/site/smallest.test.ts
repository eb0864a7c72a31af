import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { addEngine, buildSite, run, type Dist } from "../support/build-site.ts";
import { makeFolder } from "../support/fixture.ts";
import { readPages } from "../support/read-page.ts";

/** The least that is a publication. */
const files = {
  "package.json": `{ "name": "smallest", "private": true, "type": "module" }`,
  "astro.config.mjs": `import { defineConfig } from "astro/config";
import gatepost from "gatepost";
export default defineConfig({ integrations: [gatepost()] });
`,
  "tsconfig.json": `{ "extends": "astro/tsconfigs/strict" }`,
  "src/site.ts": `export const site = {
  name: "Smallest",
  address: "https://smallest.example",
  description: "One article.",
  feedAuthority: "smallest.example,2026",
};
`,
  "src/content.config.ts": `export { collections } from "gatepost/content.ts";\n`,
  "src/content/categories/bread.md":
    "---\ntitle: Bread\ndescription: Baking it.\nhue: 30\norder: 1\n---\n",
  "src/content/articles/a-first-loaf.md":
    "---\ntitle: A first loaf\ndescription: Flour, water and time.\npubDate: 2026-01-05\ncategory: bread\n---\n\nMix, wait and bake.\n",
};

let root: string;
let dist: Dist;
beforeAll(async () => {
  root = makeFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  addEngine(root);
  dist = await buildSite(root);
});

test("check finds nothing to fix", async () => {
  expect((await run(root, "check")).code).toBe(0);
});

test("the audit finds nothing wrong", async () => {
  const { code, output } = await run(root, "audit");
  expect(output).toMatch(/: no problems in/);
  expect(code).toBe(0);
});

test("no list is empty, and no section has a heading alone", () => {
  for (const [path, bytes] of dist)
    if (path.endsWith(".html") && path !== "search/index.html")
      // A template, and the list on the search page, wait for their scripts.
      expect(
        bytes.toString().replace(/<template[^]*<\/template>/g, ""),
        path,
      ).not.toMatch(/<([uo]l|section)[^>]*>\s*<\/\1>/);
  const home = readPages(dist).find(({ address }) => address === "/");
  expect(home?.all("h2").map(({ text }) => text)).not.toContain("Latest");
});

test("the site signs what names no author, and has no page for itself as one", () => {
  const article = readPages(dist).find(
    ({ address }) => address === "/articles/a-first-loaf/",
  );
  expect(article?.all("a", { rel: "author" })).toMatchObject([
    { text: "Smallest", attributes: { href: "/" } },
  ]);
  expect(
    [...dist.keys()].filter((path) => path.startsWith("authors/")),
  ).toEqual([]);
});

test("there is no security.txt without a contact", () => {
  expect(dist.has(".well-known/security.txt")).toBe(false);
});

test("no licence is given that the owner did not give", () => {
  expect(
    [...dist].filter(
      ([path, bytes]) =>
        !path.startsWith("pagefind/") &&
        /creativecommons|licen[cs]e"/i.test(bytes.toString()),
    ),
  ).toEqual([]);
});
