import {
  collectionNames,
  engineNames,
  type CollectionName,
} from "#model/collections.ts";
import { contractAt } from "#model/schema-paths.ts";
import { schemas } from "#files/content.ts";
import { toFieldRule, toFindings, toRuleName } from "#files/words.ts";
import type { Rule } from "#check/rule.ts";

const shared = {
  "article/missing-field": "Every required field is present.",
  "article/unknown-field":
    "There are no fields other than those in front-matter.md.",
  "article/date":
    "A date is a calendar day, like 2026-02-28, or a time with its time zone.",
};

/** One rule per field of a collection, named after it and described by its contract. */
export const toFieldRules = (collection: CollectionName) =>
  Object.fromEntries(
    Object.keys(schemas[collection].shape).flatMap((field) => {
      const name = toFieldRule(toRuleName(collection), field);
      return name in shared || name.endsWith("/address")
        ? []
        : [
            [
              name,
              `\`${field}\` is ${contractAt(schemas[collection], [field]).is}.`,
            ],
          ];
    }),
  );

export const frontMatterRule: Rule = {
  errors: Object.assign({ ...shared }, ...engineNames.map(toFieldRules)),
  check: ({ collections }) =>
    collectionNames.flatMap((name) =>
      collections[name].flatMap((source) => {
        if (source.fields) return [];
        const { error } = schemas[name].safeParse(source.data);
        return error
          ? toFindings(source, schemas[name], toRuleName(name), error)
          : [];
      }),
    ),
};
