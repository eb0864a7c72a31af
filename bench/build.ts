import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { makeSite } from "gatepost/tests/support/build-site.ts";
import { toEnvironment } from "gatepost/tests/support/environment.ts";
import { corpus } from "./corpus.ts";

/**
 * Builds sites of different sizes and prints the time of each, and its ratio to the first: `npm run bench`, or
 * `npm run bench -- 1000 5000 10000`. Times differ between machines; the ratios differ less.
 */
const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(1000, 5000);

const measure = (root: string, command: string) => {
  const peakFile = join(root, "peak");
  const began = performance.now();
  execFileSync(process.execPath, ["engine/bin.js", command], {
    cwd: root,
    env: toEnvironment("production", {
      BUILD_NOW: "2026-06-15",
      PEAK_FILE: peakFile,
      // The command may replace its own process.
      NODE_OPTIONS: `--import=${join(import.meta.dirname, "../engine/tests/support/peak.ts")}`,
    }),
    stdio: ["ignore", "ignore", "inherit"],
  });
  return {
    seconds: (performance.now() - began) / 1000,
    megabytes: Number(readFileSync(peakFile, "utf8")) / 1024,
  };
};

/** The size of the files to upload, in MB. */
const weigh = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map((path) => statSync(join(folder, String(path))))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / 1e6;

const first: Record<string, number> = {};
for (const articles of sizes) {
  const root = makeSite(corpus(articles));
  for (const command of ["check", "build"]) {
    const { seconds, megabytes } = measure(root, command);
    first[command] ??= seconds;
    console.log(
      `${command.padEnd(6)} ${String(articles).padStart(6)} articles  ${seconds.toFixed(1).padStart(6)} s  ×${(seconds / first[command]).toFixed(2)}  ${megabytes.toFixed(0).padStart(5)} MB at most`,
    );
  }
  console.log(`dist/  ${weigh(join(root, "dist")).toFixed(0)} MB`);
  rmSync(root, { recursive: true, force: true });
}
