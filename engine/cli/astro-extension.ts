import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { findFiles } from "#files/find-files.ts";
import {
  nouns,
  collectionNames,
  collections,
  type CollectionName,
} from "#model/collections.ts";

/** Where VS Code's Astro extension looks. Not committed: it contains the paths of files on one machine. */
const folder = ".astro/collections";

/** Not Astro's own names, under which Astro writes schemas that require what its loader adds. */
const toName = (collection: string) => `${collection}-front-matter`;

/** Writes the Astro extension's files: a JSON schema for each collection, and the collection of each file. */
export async function writeExtensionFiles(root: string): Promise<void> {
  const { files } = await findFiles(root);
  await mkdir(join(root, folder), { recursive: true });
  for (const name of collectionNames)
    await writeFile(
      join(root, folder, `${toName(name)}.schema.json`),
      toFrontMatterSchema(name),
    );
  const list = {
    collections: collectionNames.map((name) => ({
      hasSchema: true,
      name: toName(name),
    })),
    // The extension compares URLs decoded and in lower case.
    entries: Object.fromEntries(
      files.map(({ file, collection }) => [
        decodeURIComponent(pathToFileURL(join(root, file)).href).toLowerCase(),
        toName(collection),
      ]),
    ),
  };
  await writeFile(join(root, folder, "collections.json"), JSON.stringify(list));
}

export type Node = {
  is: string;
  write: string;
  example: unknown;
  default?: unknown;
  pattern?: string;
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  additionalProperties?: Node | boolean;
  fileOf?: string;
};

/** A collection's front matter as JSON Schema, for what a writer types. */
export const toJsonSchema = (collection: CollectionName) =>
  z.toJSONSchema(
    collections[collection](() => z.string()),
    { io: "input" },
  ) as unknown as Node;

/** Front matter as JSON Schema with documentation. Unlike `check` it counts code points and knows no calendar. */
export const toFrontMatterSchema = (collection: CollectionName): string =>
  JSON.stringify({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Front matter: ${nouns[collection]}`,
    ...withDocumentation(toJsonSchema(collection)),
  });

function withDocumentation(node: Node, name?: string): Record<string, unknown> {
  const {
    is,
    write,
    example,
    properties,
    items,
    additionalProperties: others,
    fileOf: _,
    ...rules
  } = node;
  return {
    ...(name && { title: name }),
    ...(is && {
      markdownDescription: `${is.charAt(0).toUpperCase()}${is.slice(1)}.\n\n${write}`,
      examples: [example],
    }),
    ...rules,
    ...(rules.pattern && write && { patternErrorMessage: write }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, inner]) => [
          key,
          withDocumentation(inner, key),
        ]),
      ),
    }),
    ...(items && { items: withDocumentation(items) }),
    ...(others !== undefined && {
      additionalProperties:
        typeof others === "object" ? withDocumentation(others) : others,
    }),
  };
}
