import { z } from "zod";
import { nouns } from "#files/words.ts";
import { collections, type CollectionName } from "#model/collections.ts";

/** JSON Schema, with the messages of each field beside its rules. */
export type Node = {
  is: string;
  write: string;
  example: unknown;
  default?: unknown;
  pattern?: string;
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
};

/** A collection's front matter as JSON Schema, for what a writer types. */
export const toJsonSchema = (collection: CollectionName) =>
  z.toJSONSchema(
    collections[collection](() => z.string()),
    {
      io: "input",
      // zod adds the limits of safe integers, which are not rules of ours.
      override: ({ jsonSchema }) => {
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER)
          delete jsonSchema.minimum;
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER)
          delete jsonSchema.maximum;
      },
    },
  ) as unknown as Node;

/**
 * A collection's front matter as JSON Schema with documentation, for editors. It accepts everything that `check`
 * accepts, except that it counts code points instead of characters. It does not know which days a month has.
 */
export const toFrontMatterSchema = (collection: CollectionName): string =>
  JSON.stringify({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Front matter: ${nouns[collection]}`,
    ...withDocumentation(toJsonSchema(collection)),
  });

function withDocumentation(node: Node, name?: string): Record<string, unknown> {
  const { is, write, example, properties, items, ...rules } = node;
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
  };
}
