import { addSpelling } from "gatepost/tests/support/fixture.ts";
import { checkHostile, hostile } from "gatepost/tests/support/hostile.ts";

/**
 * Prints the time and memory of `check` for every hostile text, slowest first: `npm run bench:hostile`. The exit code is 1
 * if one has no valid report within 10 s and 1 GiB. `npm test` tries one text of each kind.
 */
const results = [];
for (const [what, files] of hostile) {
  const began = performance.now();
  const { problem, peak } = await checkHostile(files, 10_000, (root) => {
    // For the other texts, loading a dictionary each time would take longer than the check.
    if (what.includes("nobody knows")) addSpelling(root);
  });
  const seconds = (performance.now() - began) / 1000;
  results.push({ what, seconds, peak, problem });
}
for (const { what, seconds, peak, problem } of results.toSorted(
  (a, b) => b.seconds - a.seconds,
))
  console.log(
    `${seconds.toFixed(1).padStart(5)} s  ${peak.toFixed(0).padStart(4)} MB  ${what}${problem ? `\n  FAILED: ${problem}` : ""}`,
  );
process.exitCode = results.some(({ problem }) => problem) ? 1 : 0;
