import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCacheFile, writeCacheFile } from "#files/cache-file.ts";
import { readCache, toCacheText, type ContentCache } from "#files/content.ts";
import { site } from "#site.ts";
import { engineFolder, listFiles } from "./inputs.ts";

const cacheFile = ".cache/content.json";

let version: string | undefined;

/** Whatever decides how a file is read: the engine's code, the site's settings, Node. */
function toVersion(): string {
  if (version) return version;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([process.version, site]));
  for (const path of listFiles(engineFolder, true))
    hash.update(readFileSync(path));
  return (version = hash.digest("hex"));
}

/** The content files as the last command with the same engine read them; empty if there was none. */
export function readKeptContent(root: string): ContentCache {
  const text = readCacheFile(join(root, cacheFile))?.toString() ?? "";
  const end = text.indexOf("\n");
  return text.slice(0, end) === toVersion()
    ? readCache(text.slice(end + 1))
    : new Map();
}

/** Keeps the content files as they were read, for the next command. */
export function keepContent(root: string, cache: ContentCache): void {
  writeCacheFile(
    join(root, cacheFile),
    `${toVersion()}\n${toCacheText(cache)}`,
  );
}
