import type { CollectionName } from "#model/collections.ts";
import { nouns } from "#files/words.ts";
import { toJsonSchema, toSentences, type Node } from "./fields.ts";

type Written = Record<string, unknown>;

/**
 * The JSON Schema of a collection's front matter, with the contracts as documentation. It is no stricter than `check`,
 * but that it counts code points where `check` counts characters; a day that is in no calendar only `check` finds.
 */
export const toFrontMatterSchema = (collection: CollectionName): string =>
  `${JSON.stringify(
    {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $comment: "Made by npm run generate, from the schema in engine/model/.",
      title: `Front matter: ${nouns[collection]}`,
      ...withDocumentation(toJsonSchema(collection)),
    },
    undefined,
    2,
  )}\n`;

function withDocumentation(node: Node, name?: string): Written {
  const { is, write, example, kind: _, collection: __, ...rest } = node;
  const { properties, items, ...rules } = rest;
  return {
    ...(name && { title: name }),
    ...(is && {
      description: toSentences(node),
      markdownDescription: toSentences(node).replace(write, `\n\n${write}`),
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
