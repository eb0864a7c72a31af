import { existsSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { readCacheFile, writeCacheFile } from "#files/cache-file.ts";
import type { Card } from "./card.ts";

/** Within Astro's cache, so that both are kept or deleted together. */
export const cacheFolder = ".cache/cards";
/** A card that no build has used for this long is deleted: 30 days, in milliseconds. */
const longestUnused = 30 * 24 * 60 * 60 * 1000;

export async function readCard(card: Card, folder = cacheFolder) {
  // Slow to load, and most builds draw nothing.
  const { drawCard, readPicture, toCardKey } = await import("./share-image.ts");
  const picture = await readPicture(card);
  const file = join(folder, `${await toCardKey(card, picture)}.png`);
  const kept = readCacheFile(file);
  if (kept) {
    const now = new Date();
    utimesSync(file, now, now);
    return kept;
  }
  const png = await drawCard(card, picture);
  writeCacheFile(file, png);
  return png;
}

export function deleteUnused(folder = cacheFolder): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const file = join(folder, name);
    const age =
      Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > longestUnused) rmSync(file, { force: true });
  }
}
