import { expect, test } from "vitest";
import { runTool } from "./support/run-tool.ts";

test("every file has the format that npm run format gives it; src/ is its owner's affair", async () => {
  const { code, output } = await runTool(
    "prettier/bin/prettier.cjs",
    "--check",
    ".",
    "!src/**",
  );
  expect(code, output).toBe(0);
});
