import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  collectionsFile,
  importCollections,
  readPlaces,
  type SiteFailure,
} from "./site-source.ts";

const root = process.cwd();

/** The kinds of content in `src/collections.ts`, unchecked, if any. For Vite, own-files.ts replaces this module. */
export const own: unknown = existsSync(join(root, collectionsFile))
  ? await importCollections(root).catch(
      ({ file, line, column, problem }: SiteFailure & { file: string }) => {
        console.error(`${file}:${line}:${column}\n  ${problem}`);
        process.exit(1);
      },
    )
  : {};

/** Finds a key in `src/collections.ts`. */
export const placeOf = await readPlaces(root, collectionsFile, "collections");
