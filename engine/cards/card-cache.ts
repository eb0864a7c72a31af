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

/** Below Astro's own cache, so that whoever keeps or forgets that does the same with this. */
const cacheFolder = ".cache/cards";
/** On two cores four at a time take two thirds of the time; more take no less. */
const atOnce = 4;
/** How a PNG begins and ends: a full disk or a lost power leaves files under their names that do not. */
const begins = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const ends = Buffer.from("IEND\xaeB`\x82", "latin1");
const isWhole = (png: Buffer) =>
  png.indexOf(begins) === 0 && png.subarray(-ends.length).equals(ends);

/** A card's PNG: as it was drawn once, or drawn now. */
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
  // Never half a file under its name, whenever somebody stops this.
  const growing = join(folder, randomUUID());
  await writeFile(growing, png);
  await rename(growing, file);
  return png;
}

/** Draws the cards that are not in the cache yet, and takes out whatever none of them is. */
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
