import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toEnvironment } from "../../support/environment.ts";
import { makeContent } from "../../support/fixture.ts";
import { hostile } from "../../support/hostile.ts";

const engine = join(import.meta.dirname, "../../..");
const gibibyte = 1024 * 1024;

type Answer = {
  code: number | string;
  output: string;
  kilobytes: number;
};

/** What `check` says of some files, as a process of its own with 10 seconds and 1 GiB. */
function check(files: [string, string][]): Promise<Answer> {
  const root = makeContent(files);
  const peak = join(root, "peak");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [
        "--max-old-space-size=1024",
        "--import",
        join(engine, "tests/support/peak.ts"),
        join(engine, "cli/check.ts"),
      ],
      {
        cwd: root,
        // Long enough for a busy machine; how long each takes is measured by hand and in bench/.
        timeout: 60_000,
        maxBuffer: 64 * gibibyte,
        env: toEnvironment("production", { PEAK_FILE: peak }),
      },
      (error, out, err) =>
        resolve({
          code: error ? (error.signal ?? error.code ?? "?") : 0,
          output: out + err,
          // A process that was ended did not say.
          kilobytes: error?.signal ? 0 : Number(readFileSync(peak, "utf8")),
        }),
    );
  });
}

/** Two at a time, in the order of the tests. */
let turns: [Promise<unknown>, Promise<unknown>] = [
  Promise.resolve(),
  Promise.resolve(),
];
const answers = hostile.map(([, files]) => {
  const [next, after] = turns;
  const answer = next.then(() => check(files));
  turns = [after, answer];
  return answer;
});

describe("every text gets an answer, in less than 1 GiB", () => {
  test.each(hostile.map(([what], index) => [what, index] as const))(
    "%s",
    async (_, index) => {
      const { code, output, kilobytes } = await (answers[
        index
      ] as Promise<Answer>);
      const said = output.slice(-600);
      expect([0, 1], said).toContain(code);
      expect(said).toMatch(
        code === 0
          ? /other texts: nothing to mend\.|^\d+ warnings? in \d article/m
          : /^\d+ problems?(?: and \d+ warnings?)? in \d article/m,
      );
      expect(output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
      expect(kilobytes).toBeLessThan(gibibyte);
    },
  );
});
