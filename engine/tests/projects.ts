import { join } from "node:path";
import { ownFiles } from "#own-files.ts";

const engine = {
  extends: true as const,
  plugins: [ownFiles(join(import.meta.dirname, "publication"))],
};
const support = (file: string) => join(import.meta.dirname, "support", file);

/** What every test of a repository with the engine runs with. */
export const testSettings = {
  globalSetup: support("test-folder.ts"),
  // Whole sites are built in these, on machines of any speed.
  hookTimeout: 600_000,
  testTimeout: 600_000,
  maxWorkers: 2,
};

/** The engine's own tests. */
export const engineProjects = [
  {
    ...engine,
    test: { name: "engine", include: ["engine/tests/{*,unit/**/*}.test.ts"] },
  },
  {
    ...engine,
    test: {
      name: "engine-site",
      include: ["engine/tests/{site,browser,readers}/**/*.test.ts"],
      globalSetup: support("global-setup.ts"),
    },
  },
];
