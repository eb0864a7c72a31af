import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { addresses } from "#urls.ts";

/** A page to index that is not a file: its address, and its HTML with the attributes of an article's page. */
export type SearchPage = { address: string; html: string };

/**
 * Elements inside an article that are not indexed: controls, forms and text for screen readers. Void elements such as
 * img must not be listed: Pagefind would ignore everything after them.
 */
const excluded = [
  "button",
  "form",
  "dialog",
  "svg",
  "[hidden]",
  "[aria-hidden=true]",
  ".visually-hidden",
  ".screen-only",
];

/** Pagefind's own interfaces, which we do not use. */
const unused = /^pagefind-(?:.*ui\.|highlight\.)/;

/**
 * Indexes the articles of a built site, and writes Pagefind and the index into it. It reads the built pages, which
 * contain only published articles.
 * @returns the number of articles in the index
 * @throws an Error when Pagefind cannot read a page or write a file
 */
export async function indexSite(dist: string): Promise<number> {
  const outputPath = join(dist, addresses.searchIndex);
  const count = await withIndex(async (index) => {
    const { page_count, errors } = await index.addDirectory({
      path: dist,
      glob: `${addresses.article("*").slice(1)}index.html`,
    });
    stopOn(errors);
    stopOn((await index.writeFiles({ outputPath })).errors);
    return page_count;
  });
  for (const file of await readdir(outputPath))
    if (unused.test(file)) await rm(join(outputPath, file));
  return count;
}

/** The same in memory: the files by path below `addresses.searchIndex`. */
export const indexPages = (
  pages: SearchPage[],
): Promise<Map<string, Uint8Array>> =>
  withIndex(async (index) => {
    for (const { address, html } of pages)
      stopOn((await index.addHTMLFile({ url: address, content: html })).errors);
    const { files, errors } = await index.getFiles();
    stopOn(errors);
    return new Map(files.map(({ path, content }) => [path, content]));
  });

async function withIndex<T>(
  work: (index: PagefindIndex) => Promise<T>,
): Promise<T> {
  try {
    const { index, errors } = await createIndex({ excludeSelectors: excluded });
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
