import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCacheFile, writeCacheFile } from "#files/cache-file.ts";
import { readCache, toCacheText, type ContentCache } from "#files/content.ts";
import { ownCollections } from "#model/collections.ts";
import { site } from "#site.ts";
import { engineFolder, listFiles } from "./inputs.ts";

const wholeFile = ".cache/content.json";
/** What has changed since the other was written: writing thousands of unchanged files takes longer than reading one. */
const changesFile = ".cache/content-changes.json";
/** The content of `wholeFile`, by root. */
const wholes = new Map<string, ContentCache>();

let version: string | undefined;

/** Whatever decides how a file is read: the engine's code, the site's settings, Node. */
function toVersion(): string {
  if (version) return version;
  const hash = createHash("sha256");
  hash.update(JSON.stringify([process.version, site]));
  for (const path of listFiles(engineFolder, true))
    hash.update(readFileSync(path));
  // Own collections have schemas of their own, which may be in several files.
  if (Object.keys(ownCollections).length > 0)
    for (const path of listFiles("src"))
      if (/\.[jt]s$/.test(path)) hash.update(readFileSync(path));
  return (version = hash.digest("hex"));
}

function readPart(root: string, file: string): ContentCache {
  const text = readCacheFile(join(root, file))?.toString() ?? "";
  const end = text.indexOf("\n");
  return text.slice(0, end) === toVersion()
    ? readCache(text.slice(end + 1))
    : new Map();
}

/** The content files as the last command with the same engine read them; empty if there was none. */
export function readKeptContent(root: string): ContentCache {
  const whole = readPart(root, wholeFile);
  wholes.set(root, whole);
  return new Map([...whole, ...readPart(root, changesFile)]);
}

/** Keeps the content files as they were read, for the next command. */
export function keepContent(root: string, cache: ContentCache): void {
  const whole = wholes.get(root) ?? new Map();
  const changes = new Map(
    [...cache].filter(([file, known]) => whole.get(file) !== known),
  );
  const isWhole = changes.size > whole.size / 10;
  if (isWhole) wholes.set(root, new Map(cache));
  writeCacheFile(
    join(root, isWhole ? wholeFile : changesFile),
    `${toVersion()}\n${toCacheText(isWhole ? cache : changes)}`,
  );
}
