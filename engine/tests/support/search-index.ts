import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
import type { Pagefind } from "#browser/find-articles.ts";
import { indexPages } from "#search/index-site.ts";

/** The page of an article, as far as search reads it. */
export const toArticlePage = (title: string, html: string): string =>
  `<html><body><h1 data-pagefind-meta="title">${title}</h1><p data-pagefind-meta="description">Summary.</p><div data-pagefind-body data-pagefind-meta="day[data-day]" data-day="20260502">${html}</div><footer>Away</footer></body></html>`;

/** Pagefind with an index of texts, by the names of their articles. Serves it until the tests end. */
export async function openIndex(
  texts: Record<string, string>,
): Promise<Pagefind> {
  const files = await indexPages(
    Object.entries(texts).map(([name, html]) => ({
      address: `/articles/${name}/`,
      html: toArticlePage(name, html),
    })),
  );
  const folder = mkdtempSync(join(tmpdir(), "gatepost-search-"));
  const program = join(folder, "pagefind.mjs");
  writeFileSync(program, files.get("pagefind.js") ?? "");
  const server = createServer(({ url = "" }, response) => {
    const file = files.get(url.replace(/^\/pagefind\/|\?.*/g, ""));
    response.statusCode = file ? 200 : 404;
    response.end(file);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  afterAll(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const pagefind = (await import(pathToFileURL(program).href)) as Pagefind;
  await pagefind.options({
    basePath: `http://127.0.0.1:${port}/pagefind/`,
    baseUrl: "/",
  });
  return pagefind;
}
