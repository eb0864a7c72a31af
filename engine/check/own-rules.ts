import type { Content, ContentFile } from "#files/content.ts";
import type { Finding } from "#files/finding.ts";
import { toWriterError } from "#files/writer-error.ts";
import { toRuleName } from "#files/words.ts";
import {
  ownCollections,
  refuseDefinitions,
  type CollectionName,
} from "#model/collections.ts";
import type { About, DefinitionProblem } from "#model/definitions.ts";
import { placeOf } from "#own-collections.ts";
import { collectionsFile } from "#site-source.ts";
import type { Rule, RuleTable } from "./rule.ts";
import { toFieldRules } from "./rules/front-matter.ts";

/** A file of an own collection, with its front matter as the schema returns it, or undefined if it is invalid. */
export type OwnFile<Fields> = Omit<ContentFile, "fields"> & {
  fields: Fields | undefined;
};

/** A rule of an own collection: gets its files, and all content. Its names begin with its noun: "tool/unused-shop". */
export type OwnRule<Fields = Record<string, unknown>> = RuleTable & {
  check: (
    files: readonly OwnFile<Fields>[],
    content: Content,
  ) => Finding[] | Promise<Finding[]>;
};

/** The rules of the publication's own collections: one for each field, and those in `src/collections.ts`. */
export const ownRules: Rule[] = Object.entries(ownCollections).flatMap(
  ([name, { about, rules = [] }]) => {
    const collection = name as CollectionName;
    const ofFields = toFieldRules(collection);
    refuseDefinitions(checkRules(name, rules as OwnRule[], ofFields));
    return [
      {
        errors: ofFields,
        check({ collections }) {
          const bad = collections[collection].find(({ fields }) => {
            const made: Partial<About> = (fields && about?.(fields)) ?? {};
            const isWhole = made.title?.trim() && made.description?.trim();
            return about && fields && !isWhole;
          });
          if (!bad) return [];
          const { line, column } = placeOf([name, "about"]);
          throw toWriterError(
            `${collectionsFile}:${line}:${column}\n  about: return a title and a description for every file; ${bad.file} lacks one.`,
          );
        },
      },
      ...(rules as OwnRule[]).map(({ check, ...tables }): Rule => ({
        ...tables,
        async check(content) {
          const findings = await check(
            content.collections[collection],
            content,
          );
          const unknown = findings.find(
            ({ rule }) =>
              !Object.values(tables).some((table) => rule in table) &&
              rule !== "content/todo",
          );
          if (unknown)
            throw toWriterError(
              `${collectionsFile}\n  A rule of ${name} reports ${unknown.rule}, which is not in its errors, warnings or reminders.`,
            );
          return findings;
        },
      })),
    ];
  },
);

function checkRules(
  collection: string,
  rules: readonly OwnRule[],
  ofFields: object,
): DefinitionProblem[] {
  const noun = toRuleName(collection as CollectionName);
  return rules.flatMap(({ check, ...tables }, index) => {
    const path = [collection, "rules", index];
    return [
      ...(typeof check === "function"
        ? []
        : [{ path, problem: "check: return what the rule finds." }]),
      ...Object.entries(tables).flatMap(([table, rows]) =>
        Object.keys(rows).flatMap((rule) => {
          const problem = !rule.startsWith(`${noun}/`)
            ? `The name of the rule ${rule} must begin with ${noun}/.`
            : rule in ofFields || isShared(rule)
              ? `The engine has a rule ${rule}: choose another name.`
              : undefined;
          return problem ? { path: [...path, table, rule], problem } : [];
        }),
      ),
    ];
  });
}

function isShared(rule: string): boolean {
  return /\/(?:missing-field|unknown-field|date|address|reference)$/.test(rule);
}
