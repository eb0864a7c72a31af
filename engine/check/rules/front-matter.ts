import { collectionNames } from "#model/collections.ts";
import { contractAt } from "#model/schema-paths.ts";
import { schemas } from "#files/content.ts";
import { toFieldRule, toFindings, toRuleName } from "#files/words.ts";
import type { Rule } from "#check/rule.ts";

/** Rules shared by several fields. */
const shared = {
  "article/missing-field": "Every required field is present.",
  "article/unknown-field":
    "There are no fields other than those in front-matter.md.",
  "article/date":
    "A date is a calendar day, like 2026-02-28, or a time with its time zone.",
};

/** One rule per field, named after it and described by its contract. */
const ofFields = collectionNames.flatMap((collection) =>
  Object.keys(schemas[collection].shape).flatMap((field) => {
    const name = toFieldRule(toRuleName(collection), field);
    return name in shared || name.endsWith("/address")
      ? []
      : [
          [
            name,
            `\`${field}\` is ${contractAt(schemas[collection], [field]).is}.`,
          ] as const,
        ];
  }),
);

export const frontMatterRule: Rule = {
  errors: { ...shared, ...Object.fromEntries(ofFields) },
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
