import type { Content, ContentFile } from "#files/content.ts";
import type { Finding } from "#files/finding.ts";
import { toWriterError } from "#files/writer-error.ts";
import { toRuleName } from "#files/words.ts";
import { ownCollections, type CollectionName } from "#model/collections.ts";
import { collectionsFile } from "#site-source.ts";
import type { Rule, RuleTable } from "./rule.ts";
import { toFieldRules } from "./rules/front-matter.ts";

/** A file of an own collection, with its front matter as the schema returns it, or undefined if it is invalid. */
export type OwnFile<Fields> = Omit<ContentFile, "fields"> & {
  fields: Fields | undefined;
};

/**
 * A rule of an own collection. Its names begin with the collection's noun: "tool/unused-shop". It gets the
 * collection's files, and all content.
 */
export type OwnRule<Fields = Record<string, unknown>> = RuleTable & {
  check: (
    files: readonly OwnFile<Fields>[],
    content: Content,
  ) => Finding[] | Promise<Finding[]>;
};

/** The rules of the publication's own collections: one for each field, and those in `src/collections.ts`. */
export const ownRules: Rule[] = Object.entries(ownCollections).flatMap(
  ([name, { rules = [] }]) => {
    const collection = name as CollectionName;
    const noun = toRuleName(collection);
    const ofFields = toFieldRules(collection);
    return [
      { errors: ofFields, check: () => [] },
      ...(rules as OwnRule[]).map(({ check, ...tables }): Rule => {
        const names = Object.values(tables).flatMap((table) =>
          Object.keys(table),
        );
        for (const rule of names)
          if (
            !rule.startsWith(`${noun}/`) ||
            rule in ofFields ||
            isShared(rule)
          )
            throw toWriterError(
              `${collectionsFile}\n  ${
                rule.startsWith(`${noun}/`)
                  ? `The rule ${rule} has the name of a rule of the engine: choose another one.`
                  : `The rule ${rule} of ${name} needs a name that begins with ${noun}/.`
              }`,
            );
        return {
          ...tables,
          async check(content) {
            const findings = await check(
              content.collections[collection],
              content,
            );
            const unknown = findings.find(
              ({ rule }) => !names.includes(rule) && rule !== "content/todo",
            );
            if (unknown)
              throw toWriterError(
                `${collectionsFile}\n  A rule of ${name} reports ${unknown.rule}, which none of its tables describes.`,
              );
            return findings;
          },
        };
      }),
    ];
  },
);

/** Whether a name is that of a rule for all collections. */
function isShared(rule: string): boolean {
  return /\/(?:missing-field|unknown-field|date|address|reference)$/.test(rule);
}
