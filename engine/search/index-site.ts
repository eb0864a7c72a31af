import { hash } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { keepText } from "#model/kept-texts.ts";
import { addresses } from "#urls.ts";
import { toIndexHtml } from "./index-html.ts";

/** A page to index that is not a file: its address, and its HTML with the attributes of an article's page. */
export type SearchPage = { address: string; html: string };

/** Pagefind's own interfaces, which we do not use. */
const unused = /^pagefind-(?:.*ui\.|highlight\.)/;

const articlePage = new RegExp(
  `^${addresses.article("([^/]+)").slice(1)}index\\.html$`,
);

/** The pages to index among the files of a site, sorted; the same for every build of the same site. */
export function* toSearchPages(
  files: Iterable<string>,
  read: (file: string) => string,
): Generator<SearchPage> {
  for (const file of [...files].sort()) {
    const [, slug] = articlePage.exec(file) ?? [];
    if (slug) yield { address: addresses.article(slug), html: read(file) };
  }
}

/**
 * Indexes articles, and writes the search program and its index to a folder. Pagefind numbers pages in the order in which
 * it gets them, so it gets them sorted: the same pages give the same bytes.
 * @throws an Error if Pagefind cannot read a page or write a file
 */
export async function indexSite(
  pages: Iterable<SearchPage>,
  outputPath: string,
): Promise<void> {
  await withIndex(async (index) => {
    await addPages(index, pages);
    stopOn((await index.writeFiles({ outputPath })).errors);
  });
  for (const file of await readdir(outputPath))
    if (unused.test(file)) await rm(join(outputPath, file));
}

/** The same in memory: the files by path below `addresses.searchIndex`. */
export const indexPages = (
  pages: SearchPage[],
): Promise<Map<string, Uint8Array>> =>
  withIndex(async (index) => {
    await addPages(index, pages);
    const { files, errors } = await index.getFiles();
    stopOn(errors);
    return new Map(files.map(({ path, content }) => [path, content]));
  });

/** Pagefind need not wait for us between two pages: it has a few to do, and takes them in their order. */
const ahead = 4;

async function addPages(
  index: PagefindIndex,
  pages: Iterable<SearchPage>,
): Promise<void> {
  const adding: ReturnType<PagefindIndex["addHTMLFile"]>[] = [];
  for (const { address, html } of pages) {
    // Preparing all texts again would take as long as Pagefind does.
    const content = await keepText(`search-${hash("sha256", html)}`, () =>
      Promise.resolve(toIndexHtml(html) ?? ""),
    );
    if (!content) continue;
    adding.push(index.addHTMLFile({ url: address, content }));
    if (adding.length >= ahead) stopOn((await adding.shift())?.errors ?? []);
  }
  for (const { errors } of await Promise.all(adding)) stopOn(errors);
}

async function withIndex<T>(
  work: (index: PagefindIndex) => Promise<T>,
): Promise<T> {
  try {
    const { index, errors } = await createIndex();
    stopOn(errors);
    if (!index) throw new Error("Pagefind did not start.");
    return await work(index);
  } finally {
    await close();
  }
}

function stopOn(errors: string[]): void {
  if (errors.length > 0) throw new Error(`Search: ${errors.join("\n")}`);
}
