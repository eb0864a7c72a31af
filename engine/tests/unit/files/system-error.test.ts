import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toSystemProblem } from "#files/system-error.ts";
import { makeFolder } from "../../support/fixture.ts";
import { withoutRights } from "../../support/odd-files.ts";

const folder = makeFolder();
const file = join(folder, "file");
writeFileSync(file, "");
mkdirSync(join(folder, "full/inner"), { recursive: true });

async function problemOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work();
  } catch (error) {
    return toSystemProblem(error);
  }
  throw new Error("It did not fail.");
}

test.each<[string, () => unknown, string]>([
  [
    "a full disk",
    () => writeFileSync("/dev/full", "text"),
    // Node does not know the file's name here.
    `The disk is full: a file in ${process.cwd()} cannot be written.\nFree some space, and run it again.`,
  ],
  [
    "a file without permission",
    () =>
      withoutRights(folder, file, async () => readFileSync(file)) as unknown,
    `There is no permission for ${file}.\nChange its permissions, and run it again.`,
  ],
  [
    "a name that is too long",
    () => writeFileSync(join(folder, "a".repeat(300)), ""),
    `The name of ${join(folder, "a".repeat(300))} is too long.\nGive it a shorter name, and run it again.`,
  ],
  [
    "a folder in the place of a file",
    () => writeFileSync(folder, ""),
    `${folder} is a folder, not a file.\nMove it away, and run it again.`,
  ],
  [
    "a file in the place of a folder",
    () => readdirSync(file),
    `${file} is a file, or in one, not a folder.\nMove the file away, and run it again.`,
  ],
  [
    "a folder that is not empty",
    () => renameSync(join(folder, "full/inner"), join(folder, "full")),
    `${join(folder, "full/inner")} → ${join(folder, "full")} is not empty.\nMove what is in it away, and run it again.`,
  ],
])("%s is named, with what to do", async (_, work, expected) => {
  expect(await problemOf(work)).toBe(expected);
});

test("it is found behind another error; a bug is none", () => {
  const cause = Object.assign(new Error(), { code: "EROFS", path: "dist" });
  expect(toSystemProblem(new Error("Astro failed.", { cause }))).toBe(
    "dist is on a disk that is read-only.\nMake it writable, and run it again.",
  );
  expect(toSystemProblem(new TypeError("x is undefined"))).toBeUndefined();
  expect(
    toSystemProblem(Object.assign(new Error(), { code: "toString" })),
  ).toBeUndefined();
});
