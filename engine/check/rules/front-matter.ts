import type { z } from "zod";
import {
  collectionNames,
  collections,
  type CollectionName,
} from "#model/collections.ts";
import { contractAt } from "#model/schema-paths.ts";
import { pathOnly } from "#model/schema.ts";
import { toFieldRule, toFindings, toRuleName } from "#files/words.ts";
import type { Rule } from "#check/rule.ts";

const schemas = new Map<CollectionName, z.ZodObject>(
  collectionNames.map((name) => [name, collections[name](pathOnly)]),
);

/** Rules shared by several fields. */
const shared = {
  "article/missing-field": "Every required field is present.",
  "article/unknown-field":
    "There are no fields other than those in front-matter.md.",
  "article/date":
    "A date is a calendar day, like 2026-02-28, or a time with its time zone.",
};

/** One rule per field, named after it and described by its contract. */
const ofFields = [...schemas].flatMap(([collection, schema]) =>
  Object.keys(schema.shape).flatMap((field) => {
    const name = toFieldRule(toRuleName(collection), field);
    return name in shared || name.endsWith("/address")
      ? []
      : [[name, `\`${field}\` is ${contractAt(schema, [field]).is}.`] as const];
  }),
);

export const frontMatterRule: Rule = {
  errors: { ...shared, ...Object.fromEntries(ofFields) },
  check: ({ collections: sources }) =>
    [...schemas].flatMap(([name, schema]) =>
      sources[name].flatMap((source) => {
        const { error } = schema.safeParse(source.data);
        return error ? toFindings(source, schema, toRuleName(name), error) : [];
      }),
    ),
};
