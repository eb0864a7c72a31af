import { randomUUID } from "node:crypto";
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import type { Card } from "./card.ts";
import { drawCard, toCardKey } from "./share-image.ts";

/** Within Astro's cache, so that both are kept or deleted together. */
const cacheFolder = ".cache/cards";
/** On two cores, four at a time take two thirds of the time of one; more are no faster. */
const atOnce = 4;
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

/** Draws the cards that are missing from the cache, and deletes unused ones. */
export async function prepareCards(
  cards: readonly Card[],
  folder = cacheFolder,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  const missing: Card[] = [];
  const used = new Set<string>();
  for (const card of cards) {
    const name = `${await toCardKey(card)}.png`;
    used.add(name);
    if (!there.has(name)) missing.push(card);
  }
  for (const name of there)
    if (!used.has(name)) await rm(join(folder, name), { force: true });
  const drawNext = async (): Promise<void> => {
    for (let card = missing.pop(); card; card = missing.pop())
      await readCard(card, folder);
  };
  await Promise.all(Array.from({ length: atOnce }, drawNext));
}
