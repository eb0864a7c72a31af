import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent } from "../../support/fixture.ts";
import { listen } from "../../support/listener.ts";
import { runHere } from "../../support/run-command.ts";

const home = "https://saucepan.example/";
const root = makeContent([
  ["articles/there.md", anArticleFile({ pubDate: "2020-01-01" })],
  ["articles/missing.md", anArticleFile({ pubDate: "2026-06-01" })],
  ["articles/older.md", anArticleFile({ pubDate: "2026-05-01" })],
  ["articles/draft.md", anArticleFile({ draft: true })],
  ["articles/later.md", anArticleFile({ pubDate: "2026-06-16" })],
  // No sitemap lists these.
  [
    "articles/apart.md",
    anArticleFile({ pubDate: "2026-06-14", listed: false }),
  ],
  [
    "articles/apart-too.md",
    anArticleFile({ pubDate: "2026-06-14", listed: false }),
  ],
  [
    "articles/elsewhere.md",
    anArticleFile({
      pubDate: "2026-06-13",
      canonicalUrl: "https://example.org/elsewhere",
    }),
  ],
  [
    "articles/elsewhere-long-ago.md",
    anArticleFile({
      pubDate: "2026-01-01",
      canonicalUrl: "https://example.org/long-ago",
    }),
  ],
]);
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
write(
  "dist/sitemap-index.xml",
  `<sitemapindex><sitemap><loc>${home}sitemap-0.xml</loc></sitemap></sitemapindex>`,
);
write(
  "dist/sitemap-0.xml",
  `<urlset><url><loc>${home}articles/there/</loc></url></urlset>`,
);
write("dist/articles/apart-too/index.html", "There.");

const due = (deployed: string) =>
  runHere(root, "due", ["--deployed", deployed]);

test("what is published and not deployed is due, oldest first; recent articles that no sitemap lists are looked for", async () => {
  expect(await due(join(root, "dist"))).toEqual({
    code: 0,
    out: `src/content/articles/older.md has been due since 2026-05-01.
src/content/articles/missing.md has been due since 2026-06-01.
src/content/articles/elsewhere.md has been due since 2026-06-13.
src/content/articles/apart.md has been due since 2026-06-14.
`,
    err: "",
  });
});

describe("a deployed site that cannot be read is an error, not an answer", () => {
  let server: Awaited<ReturnType<typeof listen>>;
  beforeAll(async () => {
    server = await listen();
  });
  afterAll(() => server.stop());

  test("one that is not there", async () => {
    const { url, stop } = await listen();
    await stop();
    const { code, err } = await due(url);
    expect(err).toContain(
      `${url}/sitemap-index.xml cannot be reached (ECONNREFUSED).\nNext: `,
    );
    expect(code).toBe(2);
  });

  test("one that breaks off", async () => {
    server.answers.push({
      status: 200,
      headers: { "content-length": "9", connection: "close" },
    });
    const { code, err } = await due(server.url);
    expect(err).toContain("/sitemap-index.xml cannot be reached (");
    expect(code).toBe(2);
  });

  test("one that fails", async () => {
    server.answers.push({ status: 503 });
    const { code, err } = await due(`${server.url}/`);
    expect(err).toContain(`${server.url}/sitemap-index.xml answered 503.\n`);
    expect(code).toBe(2);
  });

  test.each([404, 200])("one without a sitemap (%i)", async (status) => {
    server.answers.push({ status });
    const { code, err } = await due(server.url);
    expect(err).toContain(
      "The deployed site has no /sitemap-index.xml that can be read",
    );
    expect(code).toBe(2);
  });

  test("one of another address", async () => {
    write(
      "other/sitemap-index.xml",
      "<sitemapindex><sitemap><loc>https://example.org/sitemap-0.xml</loc></sitemap></sitemapindex>",
    );
    const { code, err } = await due(join(root, "other"));
    expect(err).toContain(
      "The deployed site was built for https://example.org, and lists https://example.org/sitemap-0.xml, but src/site.ts says https://saucepan.example/.",
    );
    expect(code).toBe(2);
  });
});
