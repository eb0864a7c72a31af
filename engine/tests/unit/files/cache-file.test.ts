import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCacheFile, writeCacheFile } from "#files/cache-file.ts";
import { makeFolder } from "../../support/fixture.ts";

test("a cache's file is read as it was written, without anything beside it", () => {
  const folder = join(makeFolder(), "not/there/yet");
  const file = join(folder, "text.json");
  for (const content of ["", "A text with — and 😀", Buffer.from([0, 255])]) {
    writeCacheFile(file, content);
    expect(readCacheFile(file)).toEqual(Buffer.from(content));
  }
  expect(readdirSync(folder)).toEqual(["text.json"]);
  expect(readCacheFile(join(folder, "other.json"))).toBeUndefined();
});

test.each([
  ["emptied", () => Buffer.alloc(0)],
  ["cut off", (bytes: Buffer) => bytes.subarray(0, -70)],
  ["cut off within its hash", (bytes: Buffer) => bytes.subarray(0, -1)],
  ["zeroed", (bytes: Buffer) => bytes.fill(0)],
  ["changed in one byte", (bytes: Buffer) => bytes.fill("?", 100, 101)],
  ["written by an earlier version", () => Buffer.from("{}")],
  [
    "longer than it was written",
    (bytes: Buffer) => Buffer.concat([bytes, bytes]),
  ],
])("a cache's file that was %s is not used", (_, spoil) => {
  const file = join(makeFolder(), "text.json");
  writeCacheFile(file, "A text. ".repeat(50));
  writeFileSync(file, spoil(readFileSync(file)));
  expect(readCacheFile(file)).toBeUndefined();
});
