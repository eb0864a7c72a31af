import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex, type PagefindIndex } from "pagefind";

/** A page for Pagefind, which decides its number by its place among the others: see `toIndexHtml`. */
export type PreparedPage = { address: string; content: string };

/** Pagefind's own interfaces, which we do not use. */
const unused = /^pagefind-(?:.*ui\.|highlight\.)/;

/** Pagefind need not wait for us between two pages: it has a few to do, and takes them in their order. */
const ahead = 4;

/** @throws an Error if Pagefind cannot read a page */
export async function addPages(
  index: PagefindIndex,
  pages: AsyncIterable<PreparedPage>,
): Promise<void> {
  const adding: ReturnType<PagefindIndex["addHTMLFile"]>[] = [];
  for await (const { address, content } of pages) {
    adding.push(index.addHTMLFile({ url: address, content }));
    if (adding.length >= ahead) stopOn((await adding.shift())?.errors ?? []);
  }
  for (const { errors } of await Promise.all(adding)) stopOn(errors);
}

/** Writes the search program and its index to a folder. */
export async function writeIndex(
  index: PagefindIndex,
  outputPath: string,
): Promise<void> {
  stopOn((await index.writeFiles({ outputPath })).errors);
  for (const file of await readdir(outputPath))
    if (unused.test(file)) await rm(join(outputPath, file));
}

/** The same in memory: the files by path below `addresses.searchIndex`. */
export async function readIndex(
  index: PagefindIndex,
): Promise<Map<string, Uint8Array>> {
  const { files, errors } = await index.getFiles();
  stopOn(errors);
  return new Map(files.map(({ path, content }) => [path, content]));
}

/** Starts Pagefind with an empty index, and ends it. */
export async function withIndex<T>(
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
