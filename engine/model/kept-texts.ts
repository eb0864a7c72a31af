import { join } from "node:path";
import { readCacheFile, writeCacheFile } from "#files/cache-file.ts";

const place = Symbol.for("gatepost.kept-texts");
const shared = globalThis as { [place]?: string | undefined };

/** Keeps this build's rendered texts in a folder that belongs to its renderer, since they depend on its code. */
export const keepTextsIn = (folder?: string) => void (shared[place] = folder);

/**
 * The result of a function, or its cached result from an earlier build with the same code.
 * @param key of all its inputs, valid as a file name
 * @param make returns a value that JSON can represent
 */
export async function keepText<T>(key: string, make: () => Promise<T>) {
  const folder = shared[place];
  if (!folder) return make();
  const file = join(folder, `${key}.json`);
  const kept = readCacheFile(file);
  if (kept) return JSON.parse(kept.toString()) as T;
  const text = await make();
  writeCacheFile(file, JSON.stringify(text));
  return text;
}
