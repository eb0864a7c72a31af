import { once } from "node:events";
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { keepText, keepTextsIn } from "#model/kept-texts.ts";
import type { IndexedPage, IndexOrder } from "./index-site.ts";
import {
  addPages,
  withIndex,
  writeIndex,
  type PreparedPage,
} from "./pagefind.ts";

/* The thread of `Indexing`. It imports neither the site nor the engine's other work, so that it starts at once. */

const { texts, outputPath, likely } = workerData as IndexOrder;
keepTextsIn(texts);
const asked = once(parentPort as MessagePort, "message") as Promise<
  [IndexedPage[]]
>;
if (!(await indexFrom(likely))) await indexFrom([]);

/** Indexes the likely pages, and then the others; false if these were not the first ones. */
function indexFrom(first: IndexedPage[]): Promise<boolean> {
  return withIndex(async (index) => {
    await addPages(index, readPages(first));
    const [pages] = await asked;
    const isRight = first.every(
      ([address, text], at) =>
        pages[at]?.[0] === address && pages[at][1] === text,
    );
    if (!isRight) return false;
    await addPages(index, readPages(pages.slice(first.length)));
    await writeIndex(index, outputPath);
    return true;
  });
}

async function* readPages(pages: IndexedPage[]): AsyncGenerator<PreparedPage> {
  for (const [address, text] of pages)
    yield {
      address,
      content: await keepText(text, () => {
        throw new Error(`The kept text of ${address} is missing.`);
      }),
    };
}
