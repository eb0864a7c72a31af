import { randomUUID } from "node:crypto";
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import type { Card } from "./card.ts";
import { drawCard, toCardKey } from "./share-image.ts";

/** Within Astro's cache, so that both are kept or deleted together. */
const cacheFolder = ".cache/cards";
/** A card that no build has used for this long is deleted: 30 days, in milliseconds. */
const longestUnused = 30 * 24 * 60 * 60 * 1000;
/** The first and last bytes of a PNG: a full disk or a power cut can leave truncated files. */
const begins = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const ends = Buffer.from("IEND\xaeB`\x82", "latin1");
const isWhole = (png: Buffer) =>
  png.indexOf(begins) === 0 && png.subarray(-ends.length).equals(ends);

/** The PNG of a card, from the cache or newly drawn. */
export async function readCard(
  card: Card,
  folder = cacheFolder,
): Promise<Buffer> {
  const file = join(folder, `${await toCardKey(card)}.png`);
  try {
    const kept = await readFile(file);
    const now = new Date();
    await utimes(file, now, now);
    if (isWhole(kept)) return kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const png = await drawCard(card);
  await mkdir(folder, { recursive: true });
  // Write and rename, so that an interrupted build leaves no partial file.
  const growing = join(folder, randomUUID());
  await writeFile(growing, png);
  await rename(growing, file);
  return png;
}

/** Deletes the cards that have not been used for a month. */
export async function deleteUnused(folder = cacheFolder): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    if ((await stat(file)).mtimeMs < Date.now() - longestUnused)
      await rm(file, { force: true });
  }
}
