import { messageLanguage, type Finding } from "#files/finding.ts";
import { isError } from "./rule.ts";

/** Formats findings for the terminal: place, problem, remedy, rule and source line. */
export function toReport(findings: readonly Finding[]): string {
  const paragraphs = findings.map((finding) => {
    const { file, line, column, field, problem, remedy, rule, frame } = finding;
    const weight = isError(finding) ? "" : ` ${finding.severity}`;
    return `${file}:${line}:${column}${field ? `  ${field}` : ""}\n  ${problem}\n${`  ${remedy}`.padEnd(63)} [${rule}]${weight}${frame ? `\n\n${frame}` : ""}`;
  });
  return [...paragraphs, `${toSummary(findings)}.`].join("\n\n");
}

/** "2 problems, 1 warning and 3 reminders in 2 articles" */
function toSummary(findings: readonly Finding[]): string {
  const { error = [], ...others } = Object.groupBy(
    findings,
    ({ severity = "error" }) => severity,
  );
  const files = new Set(findings.map(({ file }) => file));
  const noun = [...files].every((file) =>
    file.startsWith("src/content/articles/"),
  )
    ? "article"
    : "file";
  const counts = [
    ...(error.length > 0 || findings.length === 0
      ? [count(error.length, "problem")]
      : []),
    ...(["warning", "reminder"] as const).flatMap((severity) =>
      others[severity] ? [count(others[severity].length, severity)] : [],
    ),
  ];
  return `${listed.format(counts)} in ${count(files.size, noun)}`;
}

const listed = new Intl.ListFormat(messageLanguage);

/** "1 problem", "2 problems". */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;

/** An error without a stack trace, for mistakes in content. */
export function toWriterError(message: string): Error {
  const error = new Error(message);
  error.name = "ContentError";
  error.stack = "";
  return error;
}
