import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // A whole site is built in some hooks, one at a time: there are two cores.
    hookTimeout: 300_000,
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
