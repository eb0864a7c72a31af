import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { toEnvironment } from "../../support/environment.ts";
import { makeFolder } from "../../support/fixture.ts";

const bin = join(import.meta.dirname, "../../../bin.js");

const start = (root: string, ...words: string[]) =>
  spawn(process.execPath, [bin, ...words], {
    cwd: root,
    env: toEnvironment("production"),
  });

async function run(root: string, ...words: string[]) {
  const child = start(root, ...words);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number]>,
  ]);
  return { code, out, err };
}

function makePublication(site: string): string {
  const root = makeFolder();
  mkdirSync(join(root, "src"));
  writeFileSync(join(root, "src/site.ts"), site);
  return root;
}

test("an unknown command is refused with a suggestion", async () => {
  const { code, out, err } = await run(makeFolder(), "chek");
  expect(code).toBe(2);
  expect(out).toBe("");
  expect(err).toMatch(
    /^There is no command chek\. Did you mean check\?\n\ngatepost <command>: announce, audit, build, check, dev, /,
  );
});

test("without a command, and with --help, it lists the commands", async () => {
  for (const words of [[], ["--help"]]) {
    const { code, out, err } = await run(makeFolder(), ...words);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^gatepost <command>: announce, /);
  }
});

test("no command but init runs outside a publication", async () => {
  const { code, err } = await run(makeFolder(), "check");
  expect(code).toBe(2);
  expect(err).toBe(
    "There is no src/site.ts here: run this in the folder of a publication.\n",
  );
});

test("a build sets heap limits in the same process, so a signal ends it", async () => {
  const root = makePublication(`
    console.log(process.pid, ...process.execArgv);
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  `);
  const child = start(root, "build");
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  expect(said.toString()).toBe(
    `${child.pid} --max-semi-space-size=16 --max-old-space-size=768\n`,
  );
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([null, "SIGTERM"]);
});

test("the program exits with the command's exit code", async () => {
  const { code } = await run(makePublication("process.exit(7);"), "build");
  expect(code).toBe(7);
});

test("a build runs in a folder whose name has a space, a % and an accent", async () => {
  const engine = join(bin, "..");
  const folder = join(makeFolder(), "café %20 au lait");
  cpSync(engine, join(folder, "engine"), {
    recursive: true,
    filter: (source) => source !== join(engine, "tests"),
  });
  symlinkSync(join(engine, "../node_modules"), join(folder, "node_modules"));
  const child = spawn(
    process.execPath,
    [join(folder, "engine/bin.js"), "build", "--help"],
    {
      cwd: makePublication("export const site = {};"),
      env: toEnvironment("production"),
    },
  );
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
  ]);
  expect(out, err).toMatch(/^npm run build /);
});

test("a build without src/content/ stops, because it would publish an empty site", async () => {
  const root = makePublication(
    `export const site = { name: "A", description: "B.", address: "https://example.org", feedAuthority: "example.org,2026" };`,
  );
  const { code, err } = await run(root, "build");
  expect(err).toBe(
    "There is no src/content/ here, so the site would be empty: restore that folder.\nNothing was built: dist/ is unchanged.\n",
  );
  expect(code).toBe(1);
});
