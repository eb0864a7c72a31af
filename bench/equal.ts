import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { toEnvironment } from "gatepost/tests/support/environment.ts";
import {
  differences,
  linkPackages,
  makeSite,
  readDist,
  run,
} from "gatepost/tests/support/build-site.ts";
import { makeFolder } from "gatepost/tests/support/fixture.ts";
import {
  editAtRandom,
  toRandom,
  type Setting,
} from "gatepost/tests/support/random-edits.ts";
import { now, siteContent } from "gatepost/tests/support/site-content.ts";

/**
 * Makes random edits to a site, builds it after each, and compares dist/ with a cold build of the same files: `npm
 * run bench:equal -- 500 7` makes 500 edits with the seed 7. Stops with an error at the first difference.
 */
const [edits = 20, seed = 1] = process.argv.slice(2).map(Number);
const random = toRandom(seed);
const env: Setting = { BUILD_NOW: now };
const root = makeSite(siteContent());
const ways: Record<string, number> = {};
let refused = 0;

const saved = makeFolder();
for (let number = 0; number <= edits; number++) {
  rmSync(saved, { recursive: true });
  cpSync(join(root, "src"), saved, { recursive: true });
  const edit = number === 0 ? "none" : editAtRandom(root, env, random, 85);
  // One build in four is first killed at a random time.
  if (random() < 0.25) await killedBuild(root, env, random() * 4000);
  const { code, output } = await run(root, "build", env);
  const [line = ""] = output.trim().split("\n").slice(-1);
  // An empty dist/ and cache, but with the cached cards.
  const cold = makeFolder();
  for (const part of [
    "astro.config.mjs",
    "package.json",
    "public",
    "src",
    "tsconfig.json",
    "engine",
    ".cache/cards",
    ".cache/assets",
  ])
    if (existsSync(join(root, part)))
      cpSync(join(root, part), join(cold, part), { recursive: true });
  linkPackages(cold);
  const from = await run(cold, "build", env);
  const way = /\(everything/.test(line)
    ? "long"
    : /Nothing/.test(line)
      ? "nothing"
      : code
        ? "error"
        : "quick";
  ways[way] = (ways[way] ?? 0) + 1;
  console.log(`${number} ${edit}\n   ${line}`);
  if (code !== from.code) {
    console.error(
      `ends with ${code}, from nothing with ${from.code}\n${output}\n${from.output}`,
    );
    process.exit(1);
  }
  if (code !== 0) {
    // A writer would undo it.
    refused++;
    rmSync(join(root, "src"), { recursive: true });
    cpSync(saved, join(root, "src"), { recursive: true });
  } else {
    const different = differences(readDist(cold), readDist(root));
    if (different.length > 0) {
      console.error(`${different.join("\n")}\nkept: ${root} ${cold}`);
      process.exit(1);
    }
  }
  rmSync(cold, { recursive: true, force: true });
}
console.log(
  `${edits} edits, seed ${seed}: no difference.`,
  ways,
  `${refused} refused`,
);

/** Starts a build and kills it after some milliseconds if it is still running. */
async function killedBuild(
  folder: string,
  variables: Setting,
  after: number,
): Promise<void> {
  const build = spawn(process.execPath, ["engine/bin.js", "build"], {
    cwd: folder,
    env: toEnvironment("production", variables),
    stdio: "ignore",
  });
  const ended = once(build, "exit");
  await Promise.race([ended, setTimeout(after)]);
  build.kill("SIGKILL");
  await ended;
}
