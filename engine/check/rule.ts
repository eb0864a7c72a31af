import type { Finding, Place, Severity } from "#files/finding.ts";
import type { Content, ContentFile } from "#files/content.ts";

/** What `docs/rules.md` says of a rule. Its name is permanent: writers and scripts know it. */
export type RuleWords = {
  /** `article/…` also for the other collections, which put their own noun before the same rule. */
  name: string;
  severity: Severity;
  /** What holds when the rule is kept, in one sentence. */
  about: string;
  /** Whether `check --fix` can mend it. */
  isMended?: boolean;
};

/** Looks at all content and says what is wrong with it, under the names it has words for. */
export type Rule = {
  words: readonly RuleWords[];
  check: (content: Content) => Finding[] | Promise<Finding[]>;
};

/** A finding at a place in a body, which counts its own lines. */
export const inBody = (
  { file, linesBefore }: Pick<ContentFile, "file" | "linesBefore">,
  { line, column }: Place,
  slip: Pick<Finding, "problem" | "remedy" | "rule" | "severity">,
): Finding => ({ file, line: line + linesBefore, column, ...slip });

export const isError = ({ severity = "error" }: Finding): boolean =>
  severity === "error";
