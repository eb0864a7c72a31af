import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { prepareCards, readCard } from "#cards/card-cache.ts";
import type { Card } from "#cards/card.ts";
import { drawCard } from "#cards/share-image.ts";
import { makeFolder } from "../../support/fixture.ts";

const toCard = (title: string): Card => ({ title, hue: 240, slug: title });
const cards = Array.from({ length: 9 }, (_, index) =>
  toCard(`Article ${index}`),
);

/** Every file of a folder with its bytes, its inode and when it was written. */
const look = (folder: string) =>
  readdirSync(folder).map((name) => {
    const { ino, mtimeMs } = statSync(join(folder, name));
    return { name, ino, mtimeMs, bytes: readFileSync(join(folder, name)) };
  });

test("a card is drawn once, then read from the cache", async () => {
  const folder = join(makeFolder(), "not/there/yet");
  await prepareCards(cards, folder);
  const drawn = look(folder);
  expect(drawn).toHaveLength(cards.length);
  await prepareCards(cards, folder);
  const read = await Promise.all(cards.map((card) => readCard(card, folder)));
  expect(look(folder)).toEqual(drawn);
  expect(read).toEqual(await Promise.all(cards.map(drawCard)));
});

test("a cached card is used as it is, without drawing it again", async () => {
  const folder = makeFolder();
  const other = await drawCard(toCard("Another"));
  await readCard(cards[0]!, folder);
  const [name] = readdirSync(folder) as [string];
  writeFileSync(join(folder, name), other);
  expect(await readCard(cards[0]!, folder)).toEqual(other);
});

test.each([
  ["cut off", (png: Buffer) => png.subarray(0, png.length / 2)],
  ["empty, as a machine that lost its power leaves it", () => ""],
  ["filled with nothing", (png: Buffer) => Buffer.alloc(png.length)],
])("a damaged PNG is drawn again: %s", async (_, spoil) => {
  const folder = makeFolder();
  const png = await readCard(cards[0]!, folder);
  const [name] = readdirSync(folder) as [string];
  writeFileSync(join(folder, name), spoil(png));
  expect(await readCard(cards[0]!, folder)).toEqual(png);
  expect(readdirSync(folder)).toEqual([name]);
  expect(readFileSync(join(folder, name))).toEqual(png);
});

test("files that are not cards are deleted from the cache", async () => {
  const folder = makeFolder();
  await prepareCards(cards, folder);
  writeFileSync(join(folder, "half-written"), "…");
  await prepareCards([...cards.slice(0, 2), toCard("New")], folder);
  expect(readdirSync(folder)).toHaveLength(3);
  expect(existsSync(join(folder, "half-written"))).toBe(false);
});

test("an unreadable cache stops the build", async () => {
  const folder = makeFolder();
  await readCard(cards[0]!, folder);
  const [name] = readdirSync(folder) as [string];
  const other = join(makeFolder(), "cards");
  mkdirSync(join(other, name), { recursive: true });
  await expect(readCard(cards[0]!, other)).rejects.toThrow("EISDIR");
});
