import { collectionNames, type CollectionName } from "#model/collections.ts";
import { findFiles } from "#files/find-files.ts";

/** The names of the files in each collection: what may stand where a field names one of them. */
export type Names = Record<CollectionName, string[]>;

export async function readNames(root: string): Promise<Names> {
  const { files } = await findFiles(root);
  return Object.fromEntries(
    collectionNames.map((name) => [
      name,
      files.flatMap(({ collection, id }) => (collection === name ? [id] : [])),
    ]),
  ) as Names;
}
