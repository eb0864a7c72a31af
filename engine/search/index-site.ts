import { hash } from "node:crypto";
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { keepText } from "#model/kept-texts.ts";
import { ownCollections } from "#model/collections.ts";
import { addresses, toAddressPattern } from "#urls.ts";
import { toIndexHtml } from "./index-html.ts";
import {
  addPages,
  readIndex,
  withIndex,
  writeIndex,
  type PreparedPage,
} from "./pagefind.ts";

/** A page to index that is not a file: its address, and its HTML with the attributes of an article's page. */
export type SearchPage = { address: string; html: string };

/** A page of the index: its address, and the name of its prepared text among the kept texts. */
export type IndexedPage = [address: string, text: string];

const place = Symbol.for("gatepost.indexed-pages");
const shared = globalThis as { [place]?: IndexedPage[] };

/** The pages of the index that this process wrote last. Kept on `globalThis`, because integrations are bundled. */
export const listIndexed = (): IndexedPage[] => shared[place] ?? [];

/** The forms of the pages that may have a text to index. */
const searched = [
  addresses.article,
  ...Object.values(ownCollections).flatMap(({ address }) => address ?? []),
].map(toAddressPattern);

/** The pages to index among the files of a site, sorted; the same for every build of the same site. */
export function* toSearchPages(
  files: Iterable<string>,
  read: (file: string) => string,
): Generator<SearchPage> {
  for (const file of [...files].sort()) {
    const address = `/${file.replace(/index\.html$/, "")}`;
    if (searched.some((pattern) => pattern.test(address)))
      yield { address, html: read(file) };
  }
}

/** Prepares a page and keeps its text; undefined if it has no article. */
export async function preparePage({
  address,
  html,
}: SearchPage): Promise<(PreparedPage & { text: string }) | undefined> {
  const content = toIndexHtml(html);
  if (!content) return undefined;
  const text = `search-${hash("sha256", content)}`;
  await keepText(text, () => Promise.resolve(content));
  return { address, content, text };
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
  const indexed: IndexedPage[] = [];
  await withIndex(async (index) => {
    await addPages(index, preparePages(pages, indexed));
    await writeIndex(index, outputPath);
  });
  shared[place] = indexed;
}

/** The same in memory: the files by path below `addresses.searchIndex`. */
export const indexPages = (
  pages: SearchPage[],
): Promise<Map<string, Uint8Array>> =>
  withIndex(async (index) => {
    await addPages(index, preparePages(pages));
    return readIndex(index);
  });

async function* preparePages(
  pages: Iterable<SearchPage>,
  indexed: IndexedPage[] = [],
): AsyncGenerator<PreparedPage> {
  for (const page of pages) {
    const prepared = await preparePage(page);
    if (!prepared) continue;
    indexed.push([page.address, prepared.text]);
    yield prepared;
  }
}

/** The input of index-worker.ts. */
export type IndexOrder = {
  /** The folder of kept texts. */
  texts: string;
  outputPath: string;
  /** The pages with which the index probably begins. */
  likely: IndexedPage[];
};

/** Indexes prepared pages in a thread of its own, from before all are known: Pagefind takes longer than all other work. */
export class Indexing {
  #worker: Worker;
  #ended: Promise<unknown>;

  constructor(order: IndexOrder) {
    this.#worker = new Worker(new URL("./index-worker.ts", import.meta.url), {
      workerData: order,
    });
    this.#ended = once(this.#worker, "exit");
    // Reported by `finish`, if it is called.
    this.#ended.catch(() => undefined);
  }

  /** Writes the index of these pages, as `indexSite` would. */
  async finish(pages: IndexedPage[]): Promise<void> {
    this.#worker.postMessage(pages);
    await this.#ended;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}
