import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { readNow } from "#model/dates.ts";
import { build } from "./astro.ts";
import { readCall, type Command } from "./command.ts";

/**
 * Builds the site. `dist/` is the last good build until the new one is whole: the new one grows elsewhere and takes
 * its place at the end.
 */
const growing = ".build/dist";
const previous = ".build/previous";

const buildCommand: Command = async (_, args, { say }) => {
  readCall(
    args,
    `npm run build

Checks every text and builds dist/. When something is wrong, dist/ stays as it was. It takes no flags: SITE_ADDRESS,
SITE_BASE and BUILD_NOW stand before the command, like BUILD_NOW=2026-12-24 npm run build.`,
    {},
    0,
  );

  try {
    // Vite takes these for its own when they are set in a shell, and builds another site.
    for (const name of ["DEV", "PROD", "SSR", "MODE", "BASE_URL"])
      delete process.env[name];
    process.env.NODE_ENV = "production";
    // One moment for the whole build, whichever module asks.
    process.env.BUILD_NOW = readNow().toISOString();
    // A build that was killed between its two renames left the last good one here.
    if (!existsSync("dist") && existsSync(previous))
      await rename(previous, "dist");
    await rm(".build", { recursive: true, force: true });
    await build({ outDir: growing, logLevel: "error" });
    await rename("dist", previous).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    await rename(growing, "dist");
    await rm(".build", { recursive: true, force: true });
    say("Built dist/. Look at it: npm run preview");
  } catch (error) {
    const { name, message, stack } = error as Error;
    const text = name === "ContentError" ? `\n${message}\n` : stack || message;
    // What Astro left open must not keep a failed build alive, nor the end cut what a pipe has not taken yet.
    process.stderr.write(
      `${text}\nNothing was built: dist/ is as it was.\n`,
      () => process.exit(1),
    );
  }
};
export default buildCommand;
