import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  collectionsFile,
  importCollections,
  readPlaces,
  stopAt,
} from "./site-source.ts";

const root = process.cwd();

/** The kinds of content in `src/collections.ts`, unchecked, if any. For Vite, own-files.ts replaces this module. */
export const own: unknown = existsSync(join(root, collectionsFile))
  ? await importCollections(root).catch(stopAt)
  : {};

/** Finds a key in `src/collections.ts`. */
export const placeOf = await readPlaces(root, collectionsFile, "collections");
