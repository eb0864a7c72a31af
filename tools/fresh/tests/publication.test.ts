import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { checkContent } from "gatepost/check/check-content.ts";
import { toReport } from "gatepost/check/report.ts";
import { isError } from "gatepost/check/rule.ts";
import { site } from "gatepost/site.ts";

const dist = join(inject("site"), "dist");
const pages = globSync("**/*.html", { cwd: dist });
const read = (page: string) => readFileSync(join(dist, page), "utf8");

test("no text has a problem", async () => {
  const { findings } = await checkContent(join(import.meta.dirname, ".."));
  const errors = findings.filter(isError);
  expect(errors, toReport(errors)).toEqual([]);
});

test("the site has its name and a home page", () => {
  const manifest = JSON.parse(read("site.webmanifest")) as { name: string };
  expect(manifest.name).toBe(site.name);
  expect(pages).toContain("index.html");
});

test("every link inside the site leads to a page", () => {
  const links = pages.flatMap((page) =>
    [...read(page).matchAll(/\bhref="(\/[^"#?]*)/g)].map(([, link]) => ({
      page,
      link: decodeURI(link as string).replace(site.base, "/"),
    })),
  );
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter(({ link }) => !existsSync(join(dist, link)))).toEqual([]);
});
