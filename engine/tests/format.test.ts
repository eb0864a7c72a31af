import { expect, test } from "vitest";
import { runTool } from "./support/run-program.ts";

test("every file outside src/ is formatted", async () => {
  const { code, output } = await runTool(
    "prettier/bin/prettier.cjs",
    "--check",
    "--cache",
    "--cache-location=.cache/prettier",
    ".",
    "!src/**",
  );
  expect(code, output).toBe(0);
});
