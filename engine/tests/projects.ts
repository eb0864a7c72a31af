import { join } from "node:path";
import { ownFiles } from "#own-files.ts";
import { LongFirst } from "./support/long-first.ts";

const engine = {
  extends: true as const,
  plugins: [ownFiles(join(import.meta.dirname, "publication"))],
};
const support = (file: string) => join(import.meta.dirname, "support", file);

/** The configuration of all tests in a repository with the engine. */
export const testSettings = {
  globalSetup: support("test-folder.ts"),
  // Whole sites are built in these, on machines of any speed.
  hookTimeout: 600_000,
  testTimeout: 600_000,
  maxWorkers: 2,
  sequence: { sequencer: LongFirst },
};

/** Tests that set variables which modules read once, at their import. */
const ownEnvironment = ["engine/tests/unit/cli/announce.test.ts"];

/** The engine's own tests. */
export const engineProjects = [
  {
    ...engine,
    test: {
      name: "engine",
      include: ["engine/tests/{*,unit/**/*}.test.ts"],
      exclude: ownEnvironment,
      // Importing every module again for each file takes half of the time.
      isolate: false,
    },
  },
  { ...engine, test: { name: "engine-environment", include: ownEnvironment } },
  {
    ...engine,
    test: {
      name: "engine-site",
      include: ["engine/tests/{site,readers}/**/*.test.ts"],
      globalSetup: support("global-setup.ts"),
      isolate: false,
    },
  },
  {
    ...engine,
    test: {
      name: "engine-browser",
      include: ["engine/tests/browser/**/*.test.ts"],
      globalSetup: support("global-setup.ts"),
    },
  },
];
