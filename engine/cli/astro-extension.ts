import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { collectionNames } from "#model/collections.ts";
import { findFiles } from "#files/find-files.ts";
import { toFrontMatterSchema } from "./front-matter-schema.ts";

/** Where VS Code's Astro extension looks. Not committed: it contains the paths of files on one machine. */
const folder = ".astro/collections";

/** Not Astro's own names, under which Astro writes schemas that require what its loader adds. */
const toName = (collection: string) => `${collection}-front-matter`;

/**
 * Writes the files with which the Astro extension helps inside front matter: a JSON schema for each collection, and the
 * collection of each file. Files added later are not in it.
 */
export async function writeExtensionFiles(root: string): Promise<void> {
  const { files } = await findFiles(root);
  const texts = new Map(
    collectionNames.map((name) => [
      `${toName(name)}.schema.json`,
      toFrontMatterSchema(name),
    ]),
  ).set(
    "collections.json",
    JSON.stringify({
      collections: collectionNames.map((name) => ({
        hasSchema: true,
        name: toName(name),
      })),
      // The extension compares URLs decoded and in lower case.
      entries: Object.fromEntries(
        files.map(({ file, collection }) => [
          decodeURIComponent(
            pathToFileURL(join(root, file)).href,
          ).toLowerCase(),
          toName(collection),
        ]),
      ),
    }),
  );
  await mkdir(join(root, folder), { recursive: true });
  for (const [name, text] of texts)
    await writeFile(join(root, folder, name), text);
}
