import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { collectionNames } from "#model/collections.ts";
import { findFiles } from "#files/find-files.ts";
import { toFrontMatterSchema } from "./front-matter-schema.ts";

/** Where the Astro extension looks; not committed, since it holds the addresses of files on one machine. */
const folder = ".astro/collections";

/** Not Astro's own names: it writes files under those, which ask for what its loader adds. */
const toName = (collection: string) => `${collection}-front-matter`;

/**
 * Writes what the Astro extension reads to help inside front matter: a schema for each collection, and which file belongs
 * to which. A file that is added later is known after the next time.
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
      // The extension compares addresses decoded and in lower case.
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
