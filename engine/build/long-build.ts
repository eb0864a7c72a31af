import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { toBundled } from "#check/entries.ts";
import type { Content } from "#files/content.ts";
import { toChangedError } from "#files/writer-error.ts";
import { keepTextsIn } from "#model/kept-texts.ts";
import { listIndexed } from "#search/index-site.ts";
import { deleteDamaged, recordCached } from "./astro-cache.ts";
import { keepInto } from "./astro-renderer.ts";
import { toAllEntries } from "./checked-content.ts";
import { readInputs, toDigests, type Inputs } from "./inputs.ts";
import {
  dist,
  forget,
  keep,
  kept,
  previous,
  toTextsFolder,
  toTimes,
  work,
} from "./last-build.ts";
import { readFolderState } from "./patch.ts";
import type { BuildResult } from "./site-build.ts";

/**
 * Builds everything with Astro, and keeps the renderer if the next build can reuse it.
 * @param buildAll builds into a folder
 */
export async function buildLong(
  inputs: Inputs,
  content: Content,
  now: Date,
  buildAll: (folder: string) => Promise<void>,
): Promise<BuildResult> {
  const { root } = content;
  const growing = join(work, "dist");
  rmSync(growing, { recursive: true, force: true });
  rmSync(previous, { recursive: true, force: true });
  const folder = join(root, kept, `renderer-${Date.now()}-${process.pid}`);
  const keeping = keepInto(folder);
  keepTextsIn(toTextsFolder(folder));
  deleteDamaged();
  await buildAll(growing);
  const after = readInputs(root, inputs.files);
  const changed = Object.entries(inputs.files).flatMap(([file, { digest }]) =>
    file.startsWith("src/") && after.files[file]?.digest !== digest ? file : [],
  );
  if (changed.length > 0) throw toChangedError(...changed);
  recordCached(growing);
  if (existsSync(dist)) renameSync(dist, previous);
  renameSync(growing, dist);
  rmSync(previous, { recursive: true, force: true });
  const { renderer, paths, outside, refusal } = keeping;
  // Code that was saved during the build may or may not be in it.
  const state = readFolderState(dist);
  if (!renderer || refusal || after.code !== inputs.code) forget();
  else
    keep({
      inputs,
      renderer,
      outside: toDigests(root, outside),
      bundled: toBundled(
        toAllEntries(content, now).flatMap(([, list]) => list),
      ),
      paths,
      indexed: listIndexed(),
      ...toTimes(content, now),
      dist: state,
    });
  const files = Object.keys(state);
  return {
    way: "long",
    changed: files,
    total: files.length,
    ...(refusal ? { refusal } : {}),
  };
}
