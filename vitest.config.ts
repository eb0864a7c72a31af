import { defineConfig } from "vitest/config";
import { ownFiles } from "gatepost/own-files.ts";
import { engineProjects, testSettings } from "gatepost/tests/projects.ts";

export default defineConfig({
  test: {
    ...testSettings,
    projects: [
      ...engineProjects,
      {
        extends: true,
        plugins: [ownFiles(import.meta.dirname)],
        test: {
          name: "publication",
          include: ["tests/**/*.test.ts"],
          isolate: false,
          globalSetup: "tests/support/global-setup.ts",
        },
      },
    ],
  },
});
