import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{tests,engine/tests}/**/*.test.ts"],
    globalSetup: "engine/tests/support/global-setup.ts",
    // Whole sites are built in these, on machines of any speed.
    hookTimeout: 600_000,
    testTimeout: 600_000,
    maxWorkers: 2,
  },
});
