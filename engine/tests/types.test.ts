import { expect, test } from "vitest";
import { runTool } from "./support/run-program.ts";

test("all types are valid, in Astro files too", async () => {
  const { code, output } = await runTool("astro/bin/astro.mjs", "check");
  expect(code, output).toBe(0);
  expect(output).toContain("- 0 errors");
});
