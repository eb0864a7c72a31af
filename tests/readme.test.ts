import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import {
  buildSite,
  makeSite,
  pageAt,
  type Dist,
} from "../support/build-site.ts";

const project = join(import.meta.dirname, "../../..");
const slug = "my-first-article";
let root: string;
let dist: Dist;

/** The README's own lines, up to the command that starts the site. */
const readmeLines =
  /```sh\n(cat > src\/content[^]*?\nEND\n)npm start\n```/.exec(
    readFileSync(join(project, "README.md"), "utf8"),
  )?.[1];

beforeAll(async () => {
  root = makeSite([]);
  cpSync(join(project, "src/content"), join(root, "src/content"), {
    recursive: true,
  });
  execFileSync("sh", ["-c", readmeLines as string], { cwd: root });
  dist = await buildSite(root, { BUILD_NOW: "2026-11-22" });
});

test.each([
  "/",
  "/articles/",
  "/categories/work/",
  "/tags/hiring/",
  "/archive/",
  "/archive/2026/",
  "/rss.xml",
  "/sitemap-0.xml",
])("the article that the README has a newcomer paste is on %s", (address) => {
  expect(pageAt(dist, address)).toContain(`/articles/${slug}/`);
});

test("with draft: true it is nowhere", async () => {
  const file = join(root, `src/content/articles/${slug}.md`);
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace("pubDate:", "draft: true\npubDate:"),
  );
  const without = await buildSite(root, { BUILD_NOW: "2026-11-22" });
  expect([...without.keys()].filter((path) => path.includes(slug))).toEqual([]);
  expect(
    [...without.values()].filter((bytes) => bytes.includes("My first article")),
  ).toEqual([]);
});
