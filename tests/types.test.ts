import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toEnvironment } from "gatepost/tests/support/environment.ts";

test("every type fits, in Astro's files too", async () => {
  const root = join(import.meta.dirname, "..");
  const { code, output } = await new Promise<{ code: unknown; output: string }>(
    (resolve) => {
      execFile(
        process.execPath,
        [join(root, "node_modules/astro/bin/astro.mjs"), "check"],
        { cwd: root, env: toEnvironment("development") },
        (error, out, err) =>
          resolve({ code: error?.code ?? 0, output: out + err }),
      );
    },
  );
  expect(code, output).toBe(0);
  expect(output).toContain("- 0 errors");
});
