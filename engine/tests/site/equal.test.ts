import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, inject, test } from "vitest";
import {
  buildSite,
  copyPublication,
  copySite,
  differences,
  readDist,
  run,
} from "../support/build-site.ts";
import { toEnvironment } from "../support/environment.ts";
import {
  editAtRandom,
  toRandom,
  type Setting,
} from "../support/random-edits.ts";
import { now } from "../support/site-content.ts";

describe("a build after edits of Markdown equals one from nothing", () => {
  const root = copySite(inject("site"));
  const env: Setting = { BUILD_NOW: now };
  const random = toRandom(5);

  test("nothing is built when nothing has changed", async () => {
    const { output } = await run(root, "build", env);
    expect(output).toMatch(/^Nothing has changed: \d+ files in dist\//);
    expect(differences(readDist(inject("site")), readDist(root))).toEqual([]);
  });

  test("a build after an edit that is killed at its first word is finished by the next, and of two at once one waits", async () => {
    editAtRandom(root, env, random, 100);
    const killed = spawn(process.execPath, ["engine/bin.js", "build"], {
      cwd: root,
      env: toEnvironment("production", env),
      stdio: ["ignore", "pipe", "ignore"],
    });
    await once(killed.stdout, "data");
    killed.kill("SIGKILL");
    await once(killed, "exit");
    const both = await Promise.all([
      run(root, "build", env),
      run(root, "build", env),
    ]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const output = both.map(({ output }) => output).join("\n");
    expect(output).toContain("Another build is running");
    expect(output).toContain("Nothing has changed");
  });

  test("a dozen random edits, built two at a time, leave no trace of what was before", async () => {
    // An own collection's entry, and the articles that link to it.
    for (const [file, text] of [
      ["tools/pan.md", "\n## Storage\n\nHang it up.\n"],
      ["articles/plain-4.md", "\nWith [a pot](/tools/pot/).\n"],
    ] as const)
      appendFileSync(join(root, "src/content", file), text);
    for (let build = 0; build < 6; build++) {
      editAtRandom(root, env, random, 100);
      editAtRandom(root, env, random, 100);
      const { code, output } = await run(root, "build", env);
      expect(code, output).toBe(0);
      expect(output).not.toContain("(everything");
    }
    const cold = copyPublication(root);
    expect(differences(await buildSite(cold, env), readDist(root))).toEqual([]);
  });

  test("a picture that is needed in another size is made, in a full build", async () => {
    const file = join(root, "src/content/articles/everything/index.md");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(/^(?=category:)/m, "featured: true\n"),
    );
    const { code, output } = await run(root, "build", env);
    expect(code, output).toBe(0);
    expect(output).toContain("a picture is needed in another size");
  });
});
