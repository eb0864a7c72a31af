import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { addresses } from "#urls.ts";

/** A page to index that is in no file: its address, and its HTML with the same attributes as an article's page. */
export type SearchPage = { address: string; html: string };

/**
 * What stands in an article's text and is not the article: what one presses, fills in, or only hears. Never an element
 * without an end, like img: Pagefind would leave out all that follows it.
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

/** The interfaces that Pagefind brings along and we do not use. */
const unused = /^pagefind-(?:.*ui\.|highlight\.)/;

/**
 * Indexes the articles of a built site and writes program and index into it. It reads the pages themselves: what is not
 * published is in none of them.
 * @returns how many articles the index holds
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

/** The same in memory: path below `addresses.searchIndex` → bytes. */
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
