import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { contentFolder } from "#files/find-files.ts";
import { readNow } from "#model/dates.ts";
import { secretVariable, toSecretProblem } from "#model/previews.ts";
import { addresses } from "#urls.ts";
import { dist, work } from "#build/last-build.ts";
import { hasBegunPatch } from "#build/patch.ts";
import { buildSite, type BuildResult } from "#build/site-build.ts";
import { takeTurn } from "#build/turn.ts";
import { count } from "#check/report.ts";
import { readCall, toProblem, type Command } from "./command.ts";
import { Refusal } from "./plan.ts";

const usage = `npm run build [-- --cold]

Checks all content and builds dist/, or only what has changed since the last build: the result is the same. If there is a
problem, dist/ does not change. Set SITE_ADDRESS, SITE_BASE and BUILD_NOW before the command, like
BUILD_NOW=2026-12-24 npm run build. With a PREVIEW_SECRET it also writes private previews of drafts and scheduled articles:
npm run preview-link prints their addresses.

  --cold  Builds everything again.`;

const buildCommand: Command = async (root, args, { say }) => {
  const { values } = readCall(args, usage, { cold: { type: "boolean" } }, 0);
  if (!existsSync(contentFolder))
    throw new Refusal(
      `There is no ${contentFolder}/ here, so the site would be empty: restore that folder.\nNothing was built: dist/ is unchanged.`,
    );
  const problem = process.env[secretVariable] && toSecretProblem();
  if (problem)
    throw new Refusal(`${problem}\nNothing was built: dist/ is unchanged.`, 2);
  const began = performance.now();
  try {
    // Vite would use these from the shell and build a different site.
    for (const name of ["DEV", "PROD", "SSR", "MODE", "BASE_URL"])
      delete process.env[name];
    process.env.NODE_ENV = "production";
    const isOver = await takeTurn(say);
    // All modules use the same time.
    process.env.BUILD_NOW = readNow().toISOString();
    const result = await buildSite({
      buildAll: async (outDir) => {
        // Astro alone takes longer to load than most builds take.
        const { build } = await import("astro");
        await build({ outDir, logLevel: "error" });
      },
      isCold: values.cold === true,
      say,
    });
    isOver();
    say(toSummary(result, (performance.now() - began) / 1000));
    const previews = join(dist, addresses.preview(""));
    if (existsSync(previews))
      say(
        `It has private previews of ${count(readdirSync(previews).length, "unpublished article")}: npm run preview-link -- SLUG prints an address.`,
      );
  } catch (error) {
    const { message, stack } = error as Error;
    const problem = toProblem(error, root);
    const text = problem ? `\n${problem}\n` : stack || message;
    const outcome = hasBegunPatch(work)
      ? "dist/ is only partly changed: the next build finishes it."
      : "Nothing was built: dist/ is unchanged.";
    // Exit even if Astro left handles open, but only after a pipe has read the output.
    process.stderr.write(`${text}\n${outcome}\n`, () => process.exit(1));
  }
};
export default buildCommand;

function toSummary(
  { way, reason, refusal, changed, total }: BuildResult,
  seconds: number,
): string {
  const kinds = Map.groupBy(changed, toKind);
  const counts = ["page", "feed", "share card", "search file", "file"].flatMap(
    (kind) => {
      const number = kinds.get(kind)?.length ?? 0;
      return number > 0 ? [count(number, kind)] : [];
    },
  );
  const time = `${seconds.toFixed(1)} s`;
  const all = `${count(total, "file")} in dist/`;
  if (way === "nothing")
    return `Nothing has changed: ${all}, looked at in ${time}.`;
  const why = [
    ...(reason ? [`everything, since ${reason}`] : []),
    ...(refusal ? [`the next build will be as slow: ${refusal}`] : []),
  ].join("; ");
  return `Built ${counts.join(", ") || "nothing new"} of ${all} in ${time}${why && ` (${why})`}. Look at it: npm run preview`;
}

function toKind(file: string): string {
  if (file.startsWith("pagefind/")) return "search file";
  if (file.endsWith(".html")) return "page";
  if (file.startsWith("cards/")) return "share card";
  return /(?:^|\/)(?:rss|atom|feed|newsletter)[\w-]*\.(?:xml|json)$/.test(file)
    ? "feed"
    : "file";
}
