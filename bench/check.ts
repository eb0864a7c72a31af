import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeSite } from "gatepost/tests/support/build-site.ts";
import { addSpelling } from "gatepost/tests/support/fixture.ts";
import { toEnvironment } from "gatepost/tests/support/environment.ts";
import { corpus } from "./corpus.ts";

/**
 * Prints the time of `check` for 100, 1,000 and 10,000 articles, each in its own process, its ratio to the one before, and
 * the time that spelling adds: `npm run bench:check`, or `npm run bench:check -- 500 5000`.
 */
const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(100, 1000, 10_000);
/** Three runs, of which the fastest was disturbed least by other processes. */
const times = 3;

/** The seconds of the fastest run, and the peak memory of the last one in MB. */
function measure(root: string): { seconds: number; megabytes: number } {
  const peakFile = join(root, "peak");
  const runs = Array.from({ length: times }, () => {
    const began = performance.now();
    execFileSync(
      process.execPath,
      [
        "--import",
        join(import.meta.dirname, "../engine/tests/support/peak.ts"),
        "engine/bin.js",
        "check",
      ],
      {
        cwd: root,
        env: toEnvironment("production", {
          BUILD_NOW: "2026-06-15",
          PEAK_FILE: peakFile,
        }),
        stdio: "ignore",
      },
    );
    return (performance.now() - began) / 1000;
  });
  return {
    seconds: Math.min(...runs),
    megabytes: Number(readFileSync(peakFile, "utf8")) / 1024,
  };
}

let before: { articles: number; seconds: number } | undefined;
for (const articles of sizes) {
  const root = makeSite(corpus(articles));
  const { seconds, megabytes } = measure(root);
  const ratio = before
    ? `  ×${(seconds / before.seconds).toFixed(1)} for ×${(articles / before.articles).toFixed(0)}`
    : "";
  addSpelling(root);
  const spelling = measure(root);
  console.log(
    `check ${String(articles).padStart(6)} articles  ${seconds.toFixed(2).padStart(6)} s  ${megabytes.toFixed(0).padStart(5)} MB at most${ratio}\n  spelling +${(spelling.seconds - seconds).toFixed(2)} s (${spelling.megabytes.toFixed(0)} MB at most)`,
  );
  before = { articles, seconds };
  rmSync(root, { recursive: true, force: true });
}
