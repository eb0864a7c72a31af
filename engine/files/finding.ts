/** A place in a file, both from 1. */
export type Place = { line: number; column: number };

/** From one character of a file's text to another, counted from 0 in UTF-16 units; the end is not in it. */
export type Range = { start: number; end: number };

/** An error stops the build; a warning leaves the site as it is; a reminder comes with the calendar and fails nothing. */
export type Severity = "error" | "warning" | "reminder";

/** One thing a writer should mend: where, what was written, what to write, and the rule's permanent name. */
export type Finding = Place & {
  /** From the project's root, with `/`. */
  file: string;
  field?: string;
  problem: string;
  remedy: string;
  rule: string;
  /** The rule's own, unless the same slip weighs less in a draft. */
  severity?: Severity;
  /** What `check --fix` writes instead; only where there is one thing it can mean. */
  fix?: Range & { text: string };
  /** The line as it stands, and a mark under the place. */
  frame?: string;
};

/** Messages are in British English, whatever the publication's language. */
export const messageLanguage = "en-GB";

/** 12000 → "12,000" */
export const toCount = (number: number): string =>
  number.toLocaleString(messageLanguage);
