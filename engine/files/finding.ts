import { toName, type Path } from "#model/schema-paths.ts";

/** A position in a file; line and column start at 1. */
export type Place = { line: number; column: number };

/** A range of a file's text: UTF-16 offsets from 0, end exclusive. */
export type Range = { start: number; end: number };

/** An error stops the build; a warning does not; a reminder never fails a check, not even with --strict. */
export type Severity = "error" | "warning" | "reminder";

export type Finding = Place & {
  /** From the project's root, with `/`. */
  file: string;
  field?: string;
  problem: string;
  remedy: string;
  rule: string;
  /** The rule's severity, unless the finding is in a draft and weighs less there. */
  severity?: Severity;
  /** The replacement that `check --fix` makes; only if there is just one possible meaning. */
  fix?: Range & { text: string };
  /** The source line with a caret under the place. */
  frame?: string;
};

export type Message = Pick<Finding, "problem" | "remedy" | "rule">;

/** A finding in a body: its line counts from the body's first line, and the file is added later. */
export type Issue = Place & Message;

/** The position of a finding about a whole file. */
export const top: Place = { line: 1, column: 1 };

export const atField = (
  {
    file,
    placeOf,
  }: { file: string; placeOf: (path: Path, part?: "key") => Place },
  path: Path,
  message: Message & Pick<Finding, "severity" | "fix">,
  part?: "key",
): Finding => ({
  file,
  ...placeOf(path, part),
  field: toName(path),
  ...message,
});

/** Messages are in British English, whatever the publication's language. */
export const messageLanguage = "en-GB";

/** 12000 → "12,000" */
export const toCount = (number: number): string =>
  number.toLocaleString(messageLanguage);
