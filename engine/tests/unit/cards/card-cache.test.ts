import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deleteUnused, readCard } from "#cards/card-cache.ts";
import type { Card } from "#cards/card.ts";
import { drawCard } from "#cards/share-image.ts";
import { writeCacheFile } from "#files/cache-file.ts";
import { makeContent, makeFolder } from "../../support/fixture.ts";
import { makePipe } from "../../support/odd-files.ts";

const toCard = (title: string): Card => ({ title, hue: 240, slug: title });
const cards = Array.from({ length: 9 }, (_, index) =>
  toCard(`Article ${index}`),
);

/** Every file of a folder with its bytes and its inode: a file that is written again has another. */
const look = (folder: string) =>
  readdirSync(folder).map((name) => {
    const { ino } = statSync(join(folder, name));
    return { name, ino, bytes: readFileSync(join(folder, name)) };
  });

test("a card is drawn once, then read from the cache", async () => {
  const folder = join(makeFolder(), "not/there/yet");
  const drawn = await Promise.all(cards.map((card) => readCard(card, folder)));
  const files = look(folder);
  expect(files).toHaveLength(cards.length);
  const read = await Promise.all(cards.map((card) => readCard(card, folder)));
  expect(look(folder)).toEqual(files);
  expect(read).toEqual(drawn);
});

test("a thread draws all cards of a large site into the cache, where the build finds them", async () => {
  const root = makeContent([]);
  const engine = JSON.stringify(join(import.meta.dirname, "../../.."));
  const many = Array.from({ length: 100 }, (_, index) => toCard(`No ${index}`));
  const run = (module: string) => {
    writeFileSync(join(root, "run.mjs"), module);
    execFileSync(process.execPath, ["run.mjs"], { cwd: root });
  };
  run(`
    const { drawAhead } = await import(${engine} + "/cards/draw-ahead.ts");
    const worker = drawAhead(${JSON.stringify(many)});
    worker.ref();
    await new Promise((resolve) => worker.once("exit", resolve));`);
  const folder = join(root, ".cache/cards");
  const files = look(folder);
  expect(files).toHaveLength(many.length);
  run(`
    const { drawAhead } = await import(${engine} + "/cards/draw-ahead.ts");
    const { readCard } = await import(${engine} + "/cards/card-cache.ts");
    for (const card of ${JSON.stringify(many)}) await readCard(card);
    if (drawAhead(${JSON.stringify(many)})) throw new Error("No card is missing");`);
  expect(look(folder)).toEqual(files);
});

test("a cached card is used as it is, without drawing it again", async () => {
  const folder = makeFolder();
  const other = await drawCard(toCard("Another"));
  await readCard(cards[0]!, folder);
  const [name] = readdirSync(folder) as [string];
  writeCacheFile(join(folder, name), other);
  expect(await readCard(cards[0]!, folder)).toEqual(other);
});

test.each([
  ["cut off", (png: Buffer) => png.subarray(0, png.length / 2)],
  ["empty, as after a power cut", () => ""],
  ["filled with nothing", (png: Buffer) => Buffer.alloc(png.length)],
  ["with nothing in the middle", (png: Buffer) => png.fill(0, 5000, 9000)],
])("a damaged PNG is drawn again: %s", async (_, spoil) => {
  const folder = makeFolder();
  const png = await readCard(cards[0]!, folder);
  const files = readdirSync(folder);
  const file = join(folder, files[0]!);
  const whole = readFileSync(file);
  writeFileSync(file, spoil(Buffer.from(whole)));
  expect(await readCard(cards[0]!, folder)).toEqual(png);
  expect(readdirSync(folder)).toEqual(files);
  expect(readFileSync(file)).toEqual(whole);
});

test("a card that no build has used for a month is deleted", async () => {
  const folder = makeFolder();
  await readCard(cards[0]!, folder);
  const [used] = readdirSync(folder) as [string];
  const monthAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
  writeFileSync(join(folder, "old.png"), "…");
  for (const name of [used, "old.png"])
    utimesSync(join(folder, name), monthAgo, monthAgo);
  await readCard(cards[0]!, folder);
  deleteUnused(folder);
  expect(readdirSync(folder)).toEqual([used]);
});

test("an unreadable cache stops the build", async () => {
  const folder = makeFolder();
  await readCard(cards[0]!, folder);
  const [name] = readdirSync(folder) as [string];
  const other = join(makeFolder(), "cards");
  mkdirSync(join(other, name), { recursive: true });
  await expect(readCard(cards[0]!, other)).rejects.toThrow("EISDIR");
});

test("a card is drawn from the bytes that are in its key: its picture is read once", async () => {
  const folder = makeFolder();
  // Reading it a second time would never end.
  const picture = join(folder, "picture.png");
  makePipe(picture);
  const png = await drawCard(cards[0]!);
  const [drawn] = await Promise.all([
    readCard({ ...cards[0]!, picture }, folder),
    writeFile(picture, png),
  ]);
  expect(drawn).not.toEqual(png);
  expect(readdirSync(folder)).toHaveLength(2);
}, 30_000);
