import { Worker } from "node:worker_threads";
import type { Card } from "./card.ts";

/** Fewer cards are drawn before a thread has started. */
const fewest = 100;

/**
 * Draws a site's cards into the cache in a thread of its own, while the build renders pages. It begins with the last card,
 * because the build begins with the first: it draws whatever is still missing when it comes to the cards.
 * @returns the thread, which does not keep the process running; undefined for a few cards
 */
export function drawAhead(cards: readonly Card[]): Worker | undefined {
  if (cards.length < fewest) return undefined;
  const worker = new Worker(new URL("./card-drawer.ts", import.meta.url), {
    workerData: cards,
  });
  // The build will draw the same card and report the error.
  worker.on("error", () => undefined);
  worker.unref();
  return worker;
}
