import { canary, now } from "./site-content.ts";

/**
 * The environment of our commands: the machine's variables without the test runner's. (VITEST=true stops the watcher
 * of a dev server.)
 */
export const toEnvironment = (
  mode: "development" | "production",
  more: Record<string, string> = {},
) => ({
  ...Object.fromEntries(
    [
      "PATH",
      "HOME",
      "LANG",
      "TMPDIR",
      "SystemRoot",
      "NODE_COMPILE_CACHE",
    ].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ),
  ASTRO_TELEMETRY_DISABLED: "1",
  NODE_ENV: mode,
  NO_COLOR: "1",
  BUILD_NOW: now,
  DEPLOY_TOKEN: canary,
  ...more,
});
