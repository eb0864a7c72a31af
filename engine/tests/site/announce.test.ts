import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import {
  buildSite,
  copySite,
  pageAt,
  readDist,
  run,
} from "../support/build-site.ts";
import {
  home as address,
  indexNowKey as key,
  journalEnvironment as env,
} from "../support/journal.ts";
import { changeSettings } from "../support/settings.ts";
import { canary } from "../support/site-content.ts";
import { listen } from "../support/listener.ts";

let server: Awaited<ReturnType<typeof listen>>;
let root: string;
beforeAll(async () => {
  server = await listen();
  root = copySite(inject("journal").root);
  changeSettings(root, { indexNowKey: key, hub: `${server.url}/hub` });
});
afterAll(() => server.stop());

const announce = (environment = env) =>
  run(root, "announce", environment, ["--to", `${server.url}/indexnow`]);
/** The pages that search engines were told of since last asked. */
const takePages = (): string[] =>
  server.calls
    .splice(0)
    .filter(({ path }) => path.endsWith("/indexnow"))
    .flatMap(({ body }) => (JSON.parse(body) as { urlList: string[] }).urlList);

test("the site shows the key where search engines look for it, and no key without one", () => {
  expect(pageAt(readDist(root), `/${key}.txt`)).toBe(key);
  const ours = new Set(["robots.txt", "humans.txt", "llms.txt"]);
  expect(
    [...readDist(inject("site")).keys()].filter(
      (path) => /^[^/]+\.txt$/.test(path) && !ours.has(path),
    ),
  ).toEqual([]);
});

test("a site that was just put in place is announced once: its pages, nothing that hides, every feed", async () => {
  const { code, output } = await announce();
  expect(code, output).toBe(0);
  expect(
    server.calls.flatMap(({ path, body }) =>
      path === "POST /hub"
        ? (new URLSearchParams(body).get("hub.url") as string)
        : [],
    ),
  ).toEqual(
    expect.arrayContaining([
      `${address}rss.xml`,
      `${address}atom.xml`,
      `${address}categories/work/rss.xml`,
    ]),
  );
  const pages = takePages();
  expect(pages).toEqual(
    expect.arrayContaining(
      ["", "articles/plain-1/", "articles/plain-2/"].map(
        (page) => address + page,
      ),
    ),
  );
  expect(
    pages.filter(
      (page) =>
        page.includes(canary) ||
        /\/(?:old-everything|search|reading-list|404)\b/.test(page),
    ),
  ).toEqual([]);
  expect((await announce()).output).toContain("nothing was sent");
  expect(server.calls).toEqual([]);
});

test("an article that was edited is announced, and none that was not", async () => {
  const file = join(root, "src/content/articles/plain-1.md");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(
      /^pubDate: .*$/m,
      "$&\nupdatedDate: 2026-06-14",
    ),
  );
  await buildSite(root, env);
  server.answers.push({ status: 500 });
  const failed = await announce();
  expect(failed.code).toBe(1);
  expect(failed.output).toMatch(
    /\nIndexNow: 127\.0\.0\.1:\d+ answered 500\. Next: npm run announce, a while later\.\n/,
  );
  const refused = takePages();
  const { code, output } = await announce();
  expect(code, output).toBe(0);
  const pages = takePages();
  expect(pages).toEqual(refused);
  expect(pages).toContain(`${address}articles/plain-1/`);
  expect(pages).not.toContain(`${address}articles/plain-2/`);
});

test("an address that nobody can look up is announced to nobody", async () => {
  const { code, output } = await announce({
    ...env,
    SITE_ADDRESS: "https://saucepan.example",
  });
  expect(code).toBe(1);
  expect(output).toContain(
    "https://saucepan.example is not a public address.\nSet the site's own in src/site.ts",
  );
  expect(server.calls).toEqual([]);
});
