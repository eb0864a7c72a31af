import type { Finding, Place, Severity } from "#files/finding.ts";
import type { Content, ContentFile } from "#files/content.ts";

/** A rule's entry in `engine/docs/rules.md`. Its name is permanent: scripts may depend on it. */
export type RuleWords = {
  /** `article/…` also covers the other collections, which replace the prefix with their own noun. */
  name: string;
  severity: Severity;
  /** The rule in one sentence. */
  about: string;
  /** Whether `check --fix` can fix it. */
  isFixable?: boolean;
};

/** A rule: checks all content and returns findings with the names listed in `words`. */
export type Rule = {
  words: readonly RuleWords[];
  check: (content: Content) => Finding[] | Promise<Finding[]>;
};

/** A finding at a place in a body, whose lines are counted from the body's start. */
export const inBody = (
  { file, linesBefore }: Pick<ContentFile, "file" | "linesBefore">,
  { line, column }: Place,
  issue: Pick<Finding, "problem" | "remedy" | "rule" | "severity">,
): Finding => ({ file, line: line + linesBefore, column, ...issue });

export const isError = ({ severity = "error" }: Finding): boolean =>
  severity === "error";
