import type { z } from "zod";
import {
  collectionNames,
  collections,
  type CollectionName,
} from "#articles/collections.ts";
import { pathOnly } from "#articles/schema.ts";
import { toFindings, toRuleName } from "#articles/words.ts";
import type { Rule } from "../check-content.ts";

const schemas = new Map<CollectionName, z.ZodObject>(
  collectionNames.map((name) => [name, collections[name](pathOnly)]),
);

/** Front matter is what the schema says, field by field. */
export const checkFrontMatter: Rule = ({ collections: sources }) =>
  [...schemas].flatMap(([name, schema]) =>
    sources[name].flatMap((source) => {
      const { error } = schema.safeParse(source.data);
      return error ? toFindings(source, schema, toRuleName(name), error) : [];
    }),
  );
