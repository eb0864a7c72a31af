import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readCacheFile, writeCacheFile } from "#files/cache-file.ts";
import type { Content } from "#files/content.ts";
import { toArticleDate } from "#model/dates.ts";
import type { IndexedPage } from "#search/index-site.ts";
import type { Rendered, Renderer } from "./astro-renderer.ts";
import type { Inputs } from "./inputs.ts";
import type { FolderState } from "./patch.ts";

/** The folder with the data that a build leaves for the next one. */
export const kept = ".cache/build";
/** The working folder of a build, on the same disk as dist/. */
export const work = ".build";
export const dist = "dist";
/** The old dist/ while the new one replaces it. */
export const previous = join(work, "previous");

/** The data that a build leaves for the next one. */
export type LastBuild = {
  inputs: Inputs;
  renderer: Renderer;
  paths: Rendered[];
  /** The files that the site's code imports from outside of `src/`, with their hashes. */
  outside: [file: string, digest: string][];
  /** The pictures and MDX texts that are compiled into the renderer. */
  bundled: string;
  /** The pages of the search index, in its order. */
  indexed: IndexedPage[];
  /** The time of the build, and the times at which articles appear or facts fall due, in milliseconds since 1970. */
  now: number;
  times: number[];
  dist: FolderState;
};

/** The folder of a renderer's kept texts. */
export const toTextsFolder = (renderer: string): string =>
  join(renderer, "texts");

const recordFile = join(kept, "record.json");

/** Writes the record of a build, atomically and last. */
export function keep(record: LastBuild): void {
  writeCacheFile(recordFile, JSON.stringify(record));
  for (const name of readdirSync(kept))
    if (name.startsWith("renderer-") && !record.renderer.folder.endsWith(name))
      rmSync(join(kept, name), { recursive: true });
}

/** The record of the last build; undefined if there is no usable one. */
export function readLastBuild(): LastBuild | undefined {
  const text = readCacheFile(recordFile)?.toString();
  const record = text && (JSON.parse(text) as LastBuild);
  return record && existsSync(record.renderer.folder) ? record : undefined;
}

/** Forgets the last build and its renderer: the next one builds everything. */
export const forget = (): void =>
  rmSync(kept, { recursive: true, force: true });

export function toTimes(
  { collections }: Content,
  now: Date,
): Pick<LastBuild, "now" | "times"> {
  const times = collections.articles.flatMap(({ data }) =>
    [data.pubDate, data.reviewBy].flatMap((value) => {
      const date = typeof value === "string" ? toArticleDate(value) : undefined;
      return typeof date === "object" ? date.time : [];
    }),
  );
  return { now: now.getTime(), times: [...new Set(times)] };
}

/** Whether nothing has appeared or fallen due since: it is the same day, and no article's time is in between. */
export function isSameTime(
  { now: then, times }: LastBuild,
  now: Date,
): boolean {
  const [from, to] = [then, now.getTime()].sort((a, b) => a - b) as [
    number,
    number,
  ];
  const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);
  return (
    toDay(from) === toDay(to) &&
    !times.some((time) => time >= from && time <= to)
  );
}

export const isSameState = (one: FolderState, other: FolderState): boolean => {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => one[name] === other[name])
  );
};
