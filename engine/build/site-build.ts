import { existsSync, lstatSync, renameSync, statSync } from "node:fs";
import { isWriterError, toWriterError } from "#files/writer-error.ts";
import { readNow } from "#model/dates.ts";
import { Surprise } from "./astro-renderer.ts";
import { readInputs, toDigests } from "./inputs.ts";
import {
  dist,
  isSameState,
  isSameTime,
  previous,
  readLastBuild,
  work,
} from "./last-build.ts";
import { finishPatch, readFolderState } from "./patch.ts";

/** What a build did. */
export type BuildResult = {
  way: "nothing" | "quick" | "long";
  /** The reason for a full build, if a quick one was tried. */
  reason?: string;
  /** The files of dist/ that were written or deleted. */
  changed: string[];
  total: number;
  /** The reason why the next build will be a full one too. */
  refusal?: string;
};

/** @throws the writer's error if `dist/` is something that a build cannot replace */
function refuseOtherDist(): void {
  const there = lstatSync(dist, { throwIfNoEntry: false });
  if (!there) return;
  const is = there.isSymbolicLink()
    ? "a link"
    : !there.isDirectory()
      ? "a file"
      : there.dev !== statSync(".").dev
        ? "on another disk"
        : undefined;
  if (is)
    throw toWriterError(
      `dist is ${is}, but a build replaces the whole folder dist/ here.\nMove it away, and run this again. To publish from another place, copy dist/ there.`,
    );
}

/**
 * Builds the site in the current folder into `dist/`, which is updated atomically. If only Markdown texts have
 * changed since the last build, it renders only the pages they affect, with that build's renderer; the result is the
 * same.
 * @param buildAll builds everything into a folder, with Astro
 * @param isCold ignores the last build
 * @param say tells how many articles there are, what is scheduled and how many warnings
 * @throws the writer's error if the content has errors
 */
export async function buildSite({
  buildAll,
  isCold,
  say,
}: {
  buildAll: (folder: string) => Promise<void>;
  isCold: boolean;
  say: (text: string) => void;
}): Promise<BuildResult> {
  const root = process.cwd();
  refuseOtherDist();
  // Recover from a build that was killed while it changed dist/.
  if (!existsSync(dist) && existsSync(previous)) renameSync(previous, dist);
  finishPatch(dist, work);
  const last = isCold ? undefined : readLastBuild();
  const inputs = readInputs(root, last?.inputs.files);
  const now = readNow();
  let reason = !last
    ? undefined
    : last.inputs.code !== inputs.code ||
        last.outside.some(
          ([file, digest]) => toDigests(root, [file])[0]?.[1] !== digest,
        )
      ? "more than Markdown has changed"
      : !isSameState(last.dist, readFolderState(dist))
        ? "dist/ is not as the last build left it"
        : undefined;
  if (last && !reason) {
    const total = Object.keys(last.dist).length;
    if (last.inputs.content === inputs.content && isSameTime(last, now))
      return { way: "nothing", changed: [], total };
  }
  const quick = last && !reason ? await import("./quick-build.ts") : undefined;
  const indexing = last && quick?.indexEarly(last, inputs);
  try {
    const { readChecked } = await import("./checked-content.ts");
    const { content, outlook } = await readChecked(root, now);
    say(outlook);
    if (last && quick)
      try {
        return await quick.buildQuick(last, inputs, content, now, indexing);
      } catch (error) {
        if (isWriterError(error)) throw error;
        reason =
          error instanceof Surprise
            ? error.message
            : `the last build's renderer failed: ${(error as Error).message}`;
        await indexing?.stop();
      }
    const { buildLong } = await import("./long-build.ts");
    return {
      ...(await buildLong(inputs, content, now, buildAll)),
      ...(reason === undefined ? {} : { reason }),
    };
  } finally {
    await indexing?.stop();
  }
}
