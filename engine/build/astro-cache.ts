import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { readCacheFile, writeCacheFile } from "#files/cache-file.ts";

/*
 * Astro publishes whatever it finds in its caches. So a build records a hash of each file there, and the next deletes
 * every file that has another: Astro makes it anew.
 */

const cache = ".cache";
const recordFile = join(cache, "astro-digests.json");
/** The folders of Astro's cache, and where a build puts copies of their files. */
const folders = { assets: "_astro", fonts: "_astro/fonts" };
/** The content as it was loaded, including collections that the engine does not read. */
const store = "data-store.json";

/** Deletes everything in Astro's caches that is not as the last build left it, including what is no file. */
export function deleteDamaged(): void {
  let known: Record<string, string> = {};
  const record = readCacheFile(recordFile);
  if (record) known = JSON.parse(record.toString()) as typeof known;
  for (const file of listCached()) {
    const digest = toDigest(join(cache, file));
    if (!digest || known[file] !== digest)
      rmSync(join(cache, file), { recursive: true });
  }
}

/**
 * Records the files in Astro's caches.
 * @param dist the folder that was built: a full disk may have damaged a cached file, but not its copy unnoticed
 */
export function recordCached(dist: string): void {
  const digests = listCached().map((file) => {
    const [folder, name = ""] = file.split("/");
    const copy = join(
      dist,
      folders[folder as keyof typeof folders] ?? "",
      name,
    );
    return [
      file,
      toDigest(name && existsSync(copy) ? copy : join(cache, file)),
    ];
  });
  writeCacheFile(recordFile, JSON.stringify(Object.fromEntries(digests)));
}

/** The files in Astro's caches, from its folder. */
const listCached = (): string[] => [
  ...(existsSync(join(cache, store)) ? [store] : []),
  ...Object.keys(folders).flatMap((folder) =>
    existsSync(join(cache, folder))
      ? readdirSync(join(cache, folder)).map((name) => `${folder}/${name}`)
      : [],
  ),
];

/** Undefined for a folder, a link or a pipe, which Astro's caches do not have. */
const toDigest = (path: string): string | undefined =>
  lstatSync(path).isFile()
    ? createHash("sha256").update(readFileSync(path)).digest("base64")
    : undefined;
