import {
  top,
  type Finding,
  type Message,
  type Place,
  type Severity,
} from "#files/finding.ts";
import type { Content, ContentFile } from "#files/content.ts";
import { stateOf } from "#model/published.ts";
import { toArticleDate, type ArticleDate } from "#model/dates.ts";

export { atField } from "#files/finding.ts";

/** A sentence about each rule, by its permanent name. Other collections have their own noun in place of `article`. */
export type RuleTable = {
  errors?: Readonly<Record<string, string>>;
  warnings?: Readonly<Record<string, string>>;
  reminders?: Readonly<Record<string, string>>;
};

export type Rule = RuleTable & {
  check: (content: Content) => Finding[] | Promise<Finding[]>;
};

/** A rule's entry in `engine/docs/rules.md`. */
export type RuleWords = {
  name: string;
  severity: Severity;
  about: string;
  isFixable?: boolean;
};

export const filesOf = ({ collections }: Pick<Content, "collections">) =>
  Object.values(collections).flat();

export const atTop = (file: string, message: Message): Finding => ({
  file,
  ...top,
  ...message,
});

/** A finding in a body, whose lines are counted from the body's start. */
export const inBody = (
  { file, linesBefore }: Pick<ContentFile, "file" | "linesBefore">,
  { line, column }: Place,
  message: Message & Pick<Finding, "severity">,
): Finding => ({ ...message, file, line: line + linesBefore, column });

/** Files with the same key as another file, each with the names of the others: "a.md and b.md". */
export const findShared = <T extends { file: string }>(
  files: readonly T[],
  keyOf: (file: T) => string,
): [file: T, others: string][] =>
  [...Map.groupBy(files, keyOf).values()]
    .filter((same) => same.length > 1)
    .flatMap((same) =>
      same.map((one): [T, string] => [
        one,
        same
          .filter((other) => other !== one)
          .map(({ file }) => file)
          .join(" and "),
      ]),
    );

/** The date in a field; undefined if there is none or it is invalid, which `article/date` reports. */
export function toDate(value: unknown): ArticleDate | undefined {
  const date = typeof value === "string" ? toArticleDate(value) : undefined;
  return typeof date === "object" ? date : undefined;
}

export const milderInDraft = (source: ContentFile) =>
  stateOf(source, new Date(0)) === "draft"
    ? { severity: "warning" as const }
    : {};

export const isError = ({ severity = "error" }: Finding): boolean =>
  severity === "error";
