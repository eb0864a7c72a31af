import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { readNow } from "#model/dates.ts";
import { build } from "astro";
import { readCall, type Command } from "./command.ts";

/** `dist/` stays the last good build until the new one is complete: that is made here, and replaces it at the end. */
const next = ".build/dist";
const previous = ".build/previous";

const usage = `npm run build

Checks all content and builds dist/. If there is a problem, dist/ does not change. It takes no flags: set SITE_ADDRESS,
SITE_BASE and BUILD_NOW before the command, like BUILD_NOW=2026-12-24 npm run build.`;

const buildCommand: Command = async (_, args, { say }) => {
  readCall(args, usage, {}, 0);
  try {
    // Vite would use these from the shell and build a different site.
    for (const name of ["DEV", "PROD", "SSR", "MODE", "BASE_URL"])
      delete process.env[name];
    process.env.NODE_ENV = "production";
    // All modules use the same time.
    process.env.BUILD_NOW = readNow().toISOString();
    // Recover from a build that was killed between its two renames.
    if (!existsSync("dist") && existsSync(previous))
      await rename(previous, "dist");
    await rm(".build", { recursive: true, force: true });
    await build({ outDir: next, logLevel: "error" });
    await rename("dist", previous).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    await rename(next, "dist");
    await rm(".build", { recursive: true, force: true });
    say("Built dist/. Look at it: npm run preview");
  } catch (error) {
    const { name, message, stack } = error as Error;
    const text = name === "ContentError" ? `\n${message}\n` : stack || message;
    // Exit even if Astro left handles open, but only after a pipe has read the output.
    process.stderr.write(
      `${text}\nNothing was built: dist/ is unchanged.\n`,
      () => process.exit(1),
    );
  }
};
export default buildCommand;
