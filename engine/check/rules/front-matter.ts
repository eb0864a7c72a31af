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

/** Rules that several fields share. */
const shared: RuleWords[] = [
  {
    name: "article/missing-field",
    severity: "error",
    about: "Every field that a page cannot do without is there.",
  },
  {
    name: "article/unknown-field",
    severity: "error",
    about: "There are no fields but those of docs/front-matter.md.",
    isMended: true,
  },
  {
    name: "article/date",
    severity: "error",
    about:
      "A date is a day of the calendar, like 2026-02-28, or an instant with its zone.",
    isMended: true,
  },
];
const known = new Set(["article/address", ...shared.map(({ name }) => name)]);

/** One rule a field, named after it, in the words of its contract. */
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
        ...(name === "article/tags" ? { isMended: true } : {}),
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
