import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

const place = Symbol.for("gatepost.kept-texts");
const shared = globalThis as { [place]?: string };

/** Keeps the texts of this build in a folder that belongs to its renderer: they are what its code makes of a file. */
export const keepTextsIn = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  shared[place] = folder;
};

/**
 * What a function makes, or made in an earlier build with the same code.
 * @param key of everything else that it is made from, fit for the name of a file
 * @param make returns what survives JSON
 */
export async function keepText<T>(
  key: string,
  make: () => Promise<T>,
): Promise<T> {
  const folder = shared[place];
  if (!folder) return make();
  const file = join(folder, `${key}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as T;
  const text = await make();
  // Written and renamed, so that a build that is killed leaves no half of one.
  writeFileSync(`${file}.part`, JSON.stringify(text));
  renameSync(`${file}.part`, file);
  return text;
}
