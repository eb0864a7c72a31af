import type { Finding } from "#articles/read.ts";

/** Findings as a writer reads them in a terminal: where, what was written, what to write, the rule's name. */
export function toReport(findings: readonly Finding[]): string {
  const paragraphs = findings.map(
    ({ file, line, column, field, problem, remedy, rule }) =>
      `${file}:${line}:${column}${field ? `  ${field}` : ""}\n  ${problem}\n${`  ${remedy}`.padEnd(63)} [${rule}]`,
  );
  const files = new Set(findings.map(({ file }) => file));
  const noun = [...files].every((file) =>
    file.startsWith("src/content/articles/"),
  )
    ? "article"
    : "file";
  return [
    ...paragraphs,
    `${count(findings.length, "problem")} in ${count(files.size, noun)}.`,
  ].join("\n\n");
}

/** "1 problem", "2 problems". */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;

/** An error that shows its message and nothing else: a stack trace would mean a fault of ours. */
export function toWriterError(message: string): Error {
  const error = new Error(message);
  error.name = "ContentError";
  error.stack = "";
  return error;
}
