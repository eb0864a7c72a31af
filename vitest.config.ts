import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { ownFiles } from "gatepost/own-files.ts";

const root = import.meta.dirname;
const editorial = "tests/editorial.test.ts";
const engine = ownFiles(join(root, "engine/tests/publication"));

export default defineConfig({
  test: {
    globalSetup: "engine/tests/support/test-folder.ts",
    // Whole sites are built in these, on machines of any speed.
    hookTimeout: 600_000,
    testTimeout: 600_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        plugins: [engine],
        test: {
          name: "engine",
          include: ["engine/tests/{*,unit/**/*}.test.ts"],
        },
      },
      {
        extends: true,
        plugins: [engine],
        test: {
          name: "engine-site",
          include: ["engine/tests/{site,browser,readers}/**/*.test.ts"],
          globalSetup: "engine/tests/support/global-setup.ts",
        },
      },
      {
        extends: true,
        plugins: [ownFiles(root)],
        test: {
          name: "publication",
          include: ["tests/**/*.test.ts"],
          exclude: [editorial],
          globalSetup: "tests/support/global-setup.ts",
        },
      },
      // What our style asks of our own articles; an article that is shorter is no mistake.
      {
        extends: true,
        test: { name: "editorial", include: [editorial] },
      },
    ],
  },
});
