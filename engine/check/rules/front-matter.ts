import type { z } from "zod";
import {
  collectionNames,
  collections,
  type CollectionName,
} from "#model/collections.ts";
import { contractAt } from "#model/schema-paths.ts";
import { pathOnly } from "#model/schema.ts";
import { toFieldRule, toFindings, toRuleName } from "#files/words.ts";
import type { Rule, RuleWords } from "#check/rule.ts";

const schemas = new Map<CollectionName, z.ZodObject>(
  collectionNames.map((name) => [name, collections[name](pathOnly)]),
);

/** Rules shared by several fields. */
const shared: RuleWords[] = [
  {
    name: "article/missing-field",
    severity: "error",
    about: "Every required field is present.",
  },
  {
    name: "article/unknown-field",
    severity: "error",
    about: "There are no fields other than those in front-matter.md.",
    isFixable: true,
  },
  {
    name: "article/date",
    severity: "error",
    about:
      "A date is a calendar day, like 2026-02-28, or a time with its time zone.",
    isFixable: true,
  },
];
const known = new Set(["article/address", ...shared.map(({ name }) => name)]);

/** One rule per field, named after it and described by its contract. */
const ofFields = [...schemas].flatMap(([collection, schema]) =>
  Object.keys(schema.shape).flatMap((field): RuleWords[] => {
    const name = toFieldRule(toRuleName(collection), field);
    if (known.has(name) || name.endsWith("/address")) return [];
    known.add(name);
    return [
      {
        name,
        severity: "error",
        about: `\`${field}\` is ${contractAt(schema, [field]).is}.`,
        ...(name === "article/tags" ? { isFixable: true } : {}),
      },
    ];
  }),
);

export const frontMatterRule: Rule = {
  words: [...shared, ...ofFields],
  check: ({ collections: sources }) =>
    [...schemas].flatMap(([name, schema]) =>
      sources[name].flatMap((source) => {
        const { error } = schema.safeParse(source.data);
        return error ? toFindings(source, schema, toRuleName(name), error) : [];
      }),
    ),
};
