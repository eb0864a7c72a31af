import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { toEnvironment } from "gatepost/tests/support/environment.ts";
import { addSpelling, makeContent } from "gatepost/tests/support/fixture.ts";
import { hostile } from "gatepost/tests/support/hostile.ts";

/**
 * How long `check` takes for each text that is meant to hurt, the slowest first: `npm run bench:hostile`. Exit code 1
 * when one of them has no answer within 10 s and 1 GiB.
 */
const project = join(import.meta.dirname, "..");
const seconds = 10;
const megabytes = 1024;

const taken = hostile.map(([what, files]) => {
  const root = makeContent(files);
  // To load a dictionary for each of the others would take longer than all of them.
  if (what.includes("nobody knows")) addSpelling(root);
  const peakFile = join(root, "peak");
  const began = performance.now();
  const { status, signal } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${megabytes}`,
      "--import",
      join(import.meta.dirname, "../engine/tests/support/peak.ts"),
      join(project, "engine/cli/check.ts"),
    ],
    {
      cwd: root,
      stdio: "ignore",
      timeout: seconds * 1000,
      env: toEnvironment("production", { PEAK_FILE: peakFile }),
    },
  );
  const took = (performance.now() - began) / 1000;
  const peak = signal
    ? Infinity
    : Number(readFileSync(peakFile, "utf8")) / 1024;
  rmSync(root, { recursive: true, force: true });
  return { what, took, peak, isAnswer: status !== null && peak < megabytes };
});
for (const { what, took, peak, isAnswer } of taken.toSorted(
  (a, b) => b.took - a.took,
))
  console.log(
    `${took.toFixed(1).padStart(5)} s  ${peak.toFixed(0).padStart(4)} MB  ${isAnswer ? "" : "NO ANSWER: "}${what}`,
  );
process.exitCode = taken.every(({ isAnswer }) => isAnswer) ? 0 : 1;
