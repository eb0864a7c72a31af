import { stringify } from "yaml";
import { z } from "zod";
import { nouns, type CollectionName } from "#model/collections.ts";
import { quote } from "#model/fields.ts";
import { atField, type Finding } from "./finding.ts";
import type { Source } from "./read.ts";
import {
  contractAt,
  shapeAt,
  toName,
  valueAt,
  type Path,
} from "#model/schema-paths.ts";
import { toSlug } from "#model/slug.ts";
import { toHint, toOurName, toSuggestion } from "#model/suggestion.ts";
import { todo } from "#text/todo.ts";

/** The prefix of a rule's name: calls-to-action → call-to-action. */
export const toRuleName = (collection: CollectionName): string =>
  nouns[collection].replaceAll(" ", "-");

const dates = "pubDate updatedDate reviewedDate reviewBy checked".split(" ");
const addresses = ["canonicalUrl", "url", "aliases"];

/** The rule that reports a field: its own or a shared one. `inner` is the nested field with the error. */
export const toFieldRule = (noun: string, field: string, inner = field) =>
  `${noun}/${dates.includes(inner) ? "date" : addresses.includes(inner) ? "address" : toKebab(field)}`;

/** The file to check: one with front matter, or another one, in which nothing can be fixed automatically. */
type Checked = Pick<Source, "file" | "data" | "placeOf"> &
  Partial<Pick<Source, "rangeOf" | "yaml" | "yamlStart">>;

export function toFindings(
  source: Checked,
  schema: z.ZodObject,
  noun: string,
  error: z.ZodError,
): Finding[] {
  const misspelt = new Set<string>();
  const findings = error.issues.flatMap((issue): Finding[] => {
    const path = issue.path as Path;
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => {
        const known = Object.keys(shapeAt(schema, path) ?? {});
        const around = known.find(
          (one) => source.data[one] === null && shapeAt(schema, [one])?.[key],
        );
        const near = toSuggestion(key, known);
        const elsewhere = around ? undefined : toOurName(key);
        const meant =
          near ??
          (elsewhere && known.includes(elsewhere) ? elsewhere : undefined);
        if (meant) misspelt.add(toName([...path, meant]));
        const isThere =
          meant && valueAt(source.data, [...path, meant]) !== undefined;
        const isSure =
          near !== undefined &&
          !isThere &&
          issue.keys.every(
            (other) => other === key || toSuggestion(other, known) !== meant,
          );
        const message = {
          problem: `There is no field "${key}".${toHint(meant)}`,
          remedy: isThere
            ? `${meant}: is already there. Keep one of the two.`
            : meant
              ? `Write ${meant}: instead of ${key}:.`
              : around
                ? `It belongs under ${around}: indent it by two spaces.`
                : `Remove it. The fields are: ${known.join(", ")}.`,
          rule: `${noun}/unknown-field`,
          ...(isSure && source.rangeOf
            ? { fix: { ...source.rangeOf([...path, key], "key"), text: near } }
            : {}),
        };
        return atField(source, [...path, key], message, "key");
      });

    if (issue.code === "invalid_key") {
      const key = String(path.at(-1));
      const message = {
        problem: withWritten(issue.issues[0]?.message ?? "", key),
        remedy: contractAt(schema, path.slice(0, -1)).write,
        rule: toFieldRule(noun, String(path[0])),
      };
      return [atField(source, path, message, "key")];
    }

    const contract = contractAt(schema, path);
    const written = valueAt(source.data, path);
    if (written === todo) return [toTodoFinding(source, path, contract.write)];
    const field = String(path.findLast((part) => typeof part === "string"));
    const isMissing = written === undefined;
    const values =
      issue.code === "invalid_value" ? issue.values.map(String) : undefined;
    return [
      atField(source, path, {
        problem: isMissing
          ? `There is no ${toName(path)}.`
          : written === null
            ? "It is empty."
            : values
              ? `${quote(written)} is not an allowed value.${toHint(toSuggestion(String(written), values))}`
              : isGeneric(issue)
                ? `${quote(written)} is not ${contract.is}.`
                : withWritten(issue.message, written),
        remedy:
          paramOf(issue, "write") ??
          (values && `Write one of: ${values.join(", ")}.`) ??
          (isUnquoted(issue, written) && !dates.includes(field)
            ? `Put it in quotes: "${written}".`
            : contract.write),
        rule: isMissing
          ? `${noun}/missing-field`
          : toFieldRule(noun, String(path[0]), field),
        ...toFix(source, path, issue),
      }),
    ];
  });
  // A misspelt field is also missing: report it once.
  return findings.filter(
    ({ rule, field }) =>
      !(rule.endsWith("/missing-field") && misspelt.has(field as string)),
  );
}

export const toTodoFinding = (
  source: Pick<Source, "file" | "placeOf">,
  path: Path,
  remedy: string,
): Finding =>
  atField(source, path, {
    problem: "This is still to do.",
    remedy,
    rule: "content/todo",
  });

/** The longest list in which items are fixed: comparing all items of a longer one takes too long. */
const longestList = 100;

/** The fix that a field's own rule suggests, unless it would create a duplicate. */
function toFix(
  { data, rangeOf, yaml = "", yamlStart = 0 }: Checked,
  path: Path,
  issue: z.core.$ZodIssue,
): Pick<Finding, "fix"> {
  const fixed = paramOf(issue, "fixed");
  if (!fixed || !rangeOf) return {};
  const around = valueAt(data, path.slice(0, -1));
  const hasTwins =
    Array.isArray(around) &&
    (around.length > longestList ||
      around.filter((item) => (toSlug(String(item)) || item) === fixed).length >
        1);
  const range = rangeOf(path);
  const written = yaml.slice(range.start - yamlStart, range.end - yamlStart);
  // Block scalars may contain comments, and an alias is fixed at its anchor.
  return hasTwins || /^\*|\n/.test(written)
    ? {}
    : { fix: { ...range, text: stringify(fixed).trim() } };
}

const isUnquoted = (issue: z.core.$ZodIssue, written: unknown): boolean =>
  issue.code === "invalid_type" &&
  issue.expected === "string" &&
  (typeof written === "number" || typeof written === "boolean");

/** Whether an issue has only zod's own message, which is for programmers. */
const isGeneric = ({ code, message }: z.core.$ZodIssue): boolean =>
  code === "invalid_type" || /^(?:Invalid|Too (?:big|small))/.test(message);

/** Advice from a rule within a field, which is more precise than the field's own. */
const paramOf = (issue: z.core.$ZodIssue, name: "write" | "fixed") =>
  issue.code === "custom"
    ? (issue.params?.[name] as string | undefined)
    : undefined;

/** Replaces "It" in "It is not …" with the value. */
const withWritten = (message: string, written: unknown): string =>
  typeof written !== "object" && message.startsWith("It is not ")
    ? message.replace("It", quote(written))
    : message;

const toKebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
