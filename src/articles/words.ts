import { distance } from "fastest-levenshtein";
import { z } from "zod";
import type { CollectionName } from "./collections.ts";
import { quote, type Contract } from "./fields.ts";
import type { Finding, Source } from "./read.ts";

/** A collection's name in a message, for one of its files. */
export const nouns = {
  articles: "article",
  categories: "category",
  tags: "tag",
  authors: "author",
  series: "series",
  "calls-to-action": "call to action",
  pages: "page",
} as const;

/** The first part of a rule's name: calls-to-action → call-to-action. */
export const toRuleName = (collection: CollectionName): string =>
  nouns[collection].replaceAll(" ", "-");

/** Fields that share a rule, because they share the way of being wrong. */
const ruleOf: Record<string, string> = {
  pubDate: "date",
  updatedDate: "date",
  reviewedDate: "date",
  reviewBy: "date",
  checked: "date",
  canonicalUrl: "address",
  url: "address",
  aliases: "address",
};

/** The nearest of some names to one that is not among them, if it is near enough to be a slip. */
export function toSuggestion(
  written: string,
  names: readonly string[],
): string | undefined {
  const near = names
    .map((name) => ({
      name,
      away: distance(written.toLowerCase(), name.toLowerCase()),
    }))
    .sort((a, b) => a.away - b.away)[0];
  return near &&
    near.away <=
      (near.name.length < 4 ? 1 : Math.max(2, Math.floor(near.name.length / 3)))
    ? near.name
    : undefined;
}

/** What the schema found, as findings with the field's own words. */
export function toFindings(
  source: Omit<Source, "body">,
  schema: z.ZodObject,
  noun: string,
  error: z.ZodError,
): Finding[] {
  const misspelt = new Set<string>();
  const findings = error.issues.flatMap((issue): Finding[] => {
    const path = issue.path.filter(
      (part): part is string | number => typeof part !== "symbol",
    );
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => {
        const known = Object.keys(shapeAt(schema, path) ?? {});
        const meant = toSuggestion(key, known);
        if (meant) misspelt.add(toName([...path, meant]));
        return {
          file: source.file,
          ...source.placeOf([...path, key], "key"),
          field: toName([...path, key]),
          problem: `There is no field "${key}".${meant ? ` Did you mean "${meant}"?` : ""}`,
          remedy: meant
            ? `Write ${meant}: instead of ${key}:.`
            : `Take it out. There are: ${known.join(", ")}.`,
          rule: `${noun}/unknown-field`,
        };
      });

    const contract = contractAt(schema, path);
    const written = path.reduce<unknown>(
      (value, part) =>
        (value as Record<string | number, unknown> | undefined)?.[part],
      source.data,
    );
    const name = toName(path);
    const field = String(path.findLast((part) => typeof part === "string"));
    const isMissing = written === undefined;
    return [
      {
        file: source.file,
        ...source.placeOf(path),
        field: name,
        problem: isMissing
          ? `There is no ${name}.`
          : written === null
            ? "It is empty."
            : isGeneric(issue)
              ? `${quote(written)} is not ${contract.is}.`
              : withWritten(issue.message, written),
        remedy:
          writeOf(issue) ??
          (isUnquoted(issue, written) && ruleOf[field] !== "date"
            ? `Put it in quotes: "${written}".`
            : contract.write),
        rule: `${noun}/${isMissing ? "missing-field" : (ruleOf[field] ?? toKebab(String(path[0])))}`,
      },
    ];
  });
  // A misspelt field is missing too: one slip, one message.
  return findings.filter(
    ({ rule, field }) =>
      !(rule.endsWith("/missing-field") && misspelt.has(field as string)),
  );
}

/** 2026 or true, where a text is wanted: YAML takes them for something else until they stand in quotes. */
const isUnquoted = (issue: z.core.$ZodIssue, written: unknown): boolean =>
  issue.code === "invalid_type" &&
  issue.expected === "string" &&
  (typeof written === "number" || typeof written === "boolean");

/** Whether an issue says nothing better than that the value does not fit: zod's own words are for programmers. */
const isGeneric = ({ code, message }: z.core.$ZodIssue): boolean =>
  code === "invalid_type" || /^(?:Invalid|Too (?:big|small))/.test(message);

/** A rule within a field may know better than the field what to do. */
const writeOf = (issue: z.core.$ZodIssue): string | undefined =>
  issue.code === "custom"
    ? (issue.params?.write as string | undefined)
    : undefined;

/** "It is not …" names what was written; what is empty or too long need not be repeated. */
const withWritten = (message: string, written: unknown): string =>
  typeof written !== "object" && message.startsWith("It is not ")
    ? message.replace("It", quote(written))
    : message;

const toKebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** ["sources", 0, "url"] → "sources[1].url", counting as a writer does. */
const toName = (path: readonly (string | number)[]): string =>
  path
    .map((part, index) =>
      typeof part === "number" ? `[${part + 1}]` : `${index ? "." : ""}${part}`,
    )
    .join("");

/** The schema a path leads to, through what is optional or has a default. */
function schemaAt(
  schema: z.ZodType,
  path: readonly (string | number)[],
): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema;
  for (const part of path) {
    while (here instanceof z.ZodOptional || here instanceof z.ZodDefault)
      here = here.unwrap() as z.ZodType;
    here = (
      here instanceof z.ZodArray
        ? here.element
        : here instanceof z.ZodObject
          ? here.shape[part]
          : undefined
    ) as z.ZodType | undefined;
  }
  while (
    here &&
    !here.meta()?.is &&
    (here instanceof z.ZodOptional || here instanceof z.ZodDefault)
  )
    here = here.unwrap() as z.ZodType;
  return here;
}

const shapeAt = (schema: z.ZodType, path: readonly (string | number)[]) => {
  const here = schemaAt(schema, path);
  const inner =
    here instanceof z.ZodOptional || here instanceof z.ZodDefault
      ? (here.unwrap() as z.ZodType)
      : here;
  return inner instanceof z.ZodObject ? inner.shape : undefined;
};

/** The words of the field a path leads to, or of the nearest one around it. */
function contractAt(
  schema: z.ZodType,
  path: readonly (string | number)[],
): Contract {
  for (let depth = path.length; depth > 0; depth--) {
    const meta = schemaAt(schema, path.slice(0, depth))?.meta();
    if (meta?.is && meta.write) return meta as Contract;
  }
  throw new Error(
    `The field ${path.join(".")} has no words for a writer: give it some with field().`,
  );
}
