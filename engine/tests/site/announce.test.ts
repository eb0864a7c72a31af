import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { copySite, pageAt, readDist, run } from "../support/build-site.ts";
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
test("the key is where search engines look for it; a site without a key has no such file", () => {
  expect(pageAt(readDist(root), `/${key}.txt`)).toBe(key);
  const ours = new Set(["robots.txt", "humans.txt", "llms.txt"]);
  expect(
    [...readDist(inject("site")).keys()].filter(
      (path) => /^[^/]+\.txt$/.test(path) && !ours.has(path),
    ),
  ).toEqual([]);
});

test("a new site is announced once: its pages but no hidden ones, and every feed", async () => {
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
  const pages = server.calls
    .splice(0)
    .filter(({ path }) => path.endsWith("/indexnow"))
    .flatMap(({ body }) => (JSON.parse(body) as { urlList: string[] }).urlList);
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
  expect((await announce()).output).toBe(
    "0 pages to announce.\n0 feeds to announce.\n",
  );
  expect(server.calls).toEqual([]);
});

test("a site whose address is not public is not announced", async () => {
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
