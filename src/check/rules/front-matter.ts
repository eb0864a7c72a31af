import { collectionNames, collections } from "#articles/collections.ts";
import { pathOnly } from "#articles/schema.ts";
import { nouns, toFindings } from "#articles/words.ts";
import type { Rule } from "../check-content.ts";

const schemas = Object.fromEntries(
  collectionNames.map((name) => [name, collections[name](pathOnly)]),
) as Record<
  (typeof collectionNames)[number],
  ReturnType<(typeof collections)["articles"]>
>;

/** Front matter is what the schema says, field by field. */
export const checkFrontMatter: Rule = ({ collections: sources }) =>
  collectionNames.flatMap((name) =>
    sources[name].flatMap((source) => {
      const result = schemas[name].safeParse(source.data);
      return result.success
        ? []
        : toFindings(
            source,
            schemas[name],
            nouns[name].replaceAll(" ", "-"),
            result.error,
          );
    }),
  );
