import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeContent } from "../../support/fixture.ts";
import { runCommand, runHere } from "../../support/run-command.ts";

describe("a dist/ that cannot be replaced is refused before anything is built", () => {
  test.each<[string, (dist: string) => void]>([
    ["a file", (dist) => writeFileSync(dist, "Mine.")],
    ["a link", (dist) => symlinkSync("src", dist)],
    ["a link", (dist) => symlinkSync("nowhere", dist)],
  ])("%s", async (is, make) => {
    const root = makeContent([]);
    make(join(root, "dist"));
    const { code, err } = await runCommand(root, "build");
    expect(err).toBe(`
dist is ${is}, but a build replaces the whole folder dist/ here.
Move it away, and run this again. To publish from another place, copy dist/ there.

Nothing was built: dist/ is unchanged.
`);
    expect(code).toBe(1);
  });
});

test("a secret for previews that could be guessed is refused", async () => {
  const root = makeContent([["articles/one.md", "Not read."]]);
  const { code, err } = await runHere(root, "build", [], {
    PREVIEW_SECRET: "mother",
  });
  expect(err)
    .toBe(`PREVIEW_SECRET has 6 characters, and needs at least 32: the addresses of private previews are made from it.
Make one with: openssl rand -hex 32
Nothing was built: dist/ is unchanged.
`);
  expect(code).toBe(2);
});

test("a file where a build works is named", async () => {
  const root = makeContent([]);
  writeFileSync(join(root, ".build"), "Mine.");
  const { code, err } = await runCommand(root, "build");
  expect(err).toBe(`
.build is in the way.
Move it away, and run it again.

Nothing was built: dist/ is unchanged.
`);
  expect(code).toBe(1);
  expect(readFileSync(join(root, ".build"), "utf8")).toBe("Mine.");
});

test("there is nothing to preview before the first build", async () => {
  const { code, err } = await runHere(makeContent([]), "preview");
  expect(err).toBe("There is no dist/ yet.\nNext: npm run build\n");
  expect(code).toBe(1);
});
