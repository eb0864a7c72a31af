import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { takeTurn } from "#build/turn.ts";
import { makeFolder } from "../../support/fixture.ts";

/** More than any system's highest process number. */
const dead = 2 ** 30;

/** A folder with the lock of another build. */
function makeLocked(written: string | number): string {
  const root = makeFolder();
  mkdirSync(join(root, ".build"));
  writeFileSync(join(root, ".build/lock"), String(written));
  return root;
}

test.each([
  ["a process that is dead", dead],
  ["one with the same number, as in the last container", process.pid],
  ["one that was killed before it wrote its number", ""],
])("the lock of %s is taken over", async (_, id) => {
  const root = makeLocked(id);
  utimesSync(join(root, ".build/lock"), 1, 1);
  const before = process.cwd();
  process.chdir(root);
  try {
    const release = await takeTurn((text) => {
      throw new Error(text);
    });
    expect(readdirSync(".build")).toEqual(["lock"]);
    release();
    expect(existsSync(".build/lock")).toBe(false);
  } finally {
    process.chdir(before);
  }
});

test("of many builds that find the lock of a dead one, one runs at a time", async () => {
  const root = makeLocked(dead);
  const turn = join(import.meta.dirname, "../../../build/turn.ts");
  const program = `import { appendFileSync } from "node:fs";
import { takeTurn } from ${JSON.stringify(turn)};
const release = await takeTurn(() => {});
appendFileSync("log", "begin\\n");
await new Promise(setImmediate);
appendFileSync("log", "end\\n");
release();`;
  const builds = 8;
  await Promise.all(
    Array.from({ length: builds }, () =>
      promisify(execFile)(
        process.execPath,
        ["--input-type=module", "--eval", program],
        { cwd: root },
      ),
    ),
  );
  expect(readFileSync(join(root, "log"), "utf8")).toBe(
    "begin\nend\n".repeat(builds),
  );
  expect(readdirSync(join(root, ".build"))).toEqual([]);
});
