import { existsSync, readdirSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { cacheFolder } from "./card-cache.ts";
import type { Card } from "./card.ts";

/** Fewer cards are drawn before a thread has started. */
const fewest = 100;

/**
 * Draws a site's cards into the cache in a thread of its own, while the build renders pages. It begins with the last card,
 * because the build begins with the first: it draws whatever is still missing when it comes to the cards.
 * @returns the thread, which does not keep the process running; undefined if few are missing
 */
export function drawAhead(cards: readonly Card[]): Worker | undefined {
  const kept = existsSync(cacheFolder) ? readdirSync(cacheFolder).length : 0;
  if (cards.length - kept < fewest) return undefined;
  // Each card is a megabyte outside of the heap: a thread that starts with a small one would collect its garbage for a third
  // of the time. This thread has its size already.
  setFlagsFromString("--initial-old-space-size=64");
  const worker = new Worker(new URL("./card-drawer.ts", import.meta.url), {
    workerData: cards,
  });
  // The build will draw the same card and report the error.
  worker.on("error", () => undefined);
  worker.unref();
  return worker;
}
