import {
  existsSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deleteDamaged, recordCached } from "#build/astro-cache.ts";
import { makeFolder } from "../../support/fixture.ts";

const write = (file: string, content: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
};

const picture = ".cache/assets/one.webp";
const font = ".cache/fonts/two.woff2";
const store = ".cache/data-store.json";
const cached = [picture, font, store];

const before = process.cwd();
beforeEach(() => {
  process.chdir(makeFolder());
  for (const file of cached) write(file, `The content of ${file}`);
});
afterEach(() => {
  process.chdir(before);
});

test("files that are as the last build left them are kept", () => {
  recordCached("dist");
  deleteDamaged();
  expect(cached.filter((file) => existsSync(file))).toEqual(cached);
});

test.each(cached)("%s is deleted if it has changed, and no other", (file) => {
  recordCached("dist");
  write(file, "");
  deleteDamaged();
  expect(cached.filter((one) => !existsSync(one))).toEqual([file]);
});

test("files that no build recorded are deleted", () => {
  deleteDamaged();
  expect(cached.filter((file) => existsSync(file))).toEqual([]);
});

test.each([
  [picture, "dist/_astro/one.webp"],
  [font, "dist/_astro/fonts/two.woff2"],
])("%s is deleted if it differs from its copy in the site", (file, copy) => {
  write(copy, "The content as it was before the disk was full");
  recordCached("dist");
  deleteDamaged();
  expect(cached.filter((one) => !existsSync(one))).toEqual([file]);
});

test.each([
  ["a folder", (path: string) => write(`${path}/inside.webp`, "")],
  ["a link to a folder", (path: string) => symlinkSync(".", path)],
  ["a link to nothing", (path: string) => symlinkSync("nothing", path)],
])("%s in a cache is neither recorded nor kept", (_, make) => {
  for (const file of cached) {
    rmSync(file);
    make(file);
  }
  recordCached("dist");
  deleteDamaged();
  expect(cached.filter((file) => existsSync(file))).toEqual([]);
});
