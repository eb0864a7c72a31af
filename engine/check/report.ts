import { messageLanguage, type Finding } from "#files/finding.ts";
import { stateOf, type Content } from "#files/content.ts";
import type { State } from "#model/published.ts";
import { isError } from "./rule.ts";

/**
 * Formats findings for the terminal: place, problem, remedy, rule and source line.
 * @param most how many warnings or reminders of one rule to list; if there are more, they are counted on one line
 */
export function toReport(
  findings: readonly Finding[],
  most = Infinity,
): string {
  const byRule = Map.groupBy(
    findings.filter((finding) => !isError(finding)),
    ({ rule }) => rule,
  );
  const isCounted = (finding: Finding) =>
    !isError(finding) && (byRule.get(finding.rule)?.length ?? 0) > most;
  const listed = findings.filter((finding) => !isCounted(finding));
  const counted = [...byRule.values()].flatMap((group) => {
    const [first] = group;
    return first && isCounted(first)
      ? `${count(group.length, `${first.severity}`)} like this one (npm run check lists them):\n${toMarked(first.problem, first)}`
      : [];
  });
  const paragraphs = listed.map((finding) => {
    const { file, line, column, field, problem, remedy, frame } = finding;
    return `${file}:${line}:${column}${field ? `  ${field}` : ""}\n  ${problem}\n${toMarked(remedy, finding)}${frame ? `\n\n${frame}` : ""}`;
  });
  return [...paragraphs, ...counted, `${toSummary(findings)}.`].join("\n\n");
}

/** A line that ends with the rule's name and, unless it is an error, the severity. */
const toMarked = (text: string, finding: Finding): string =>
  `${`  ${text}`.padEnd(63)} [${finding.rule}]${isError(finding) ? "" : ` ${finding.severity}`}`;

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
  return `${listFormat.format(counts)} in ${count(files.size, noun)}`;
}

const listFormat = new Intl.ListFormat(messageLanguage);

/** "1 problem", "2 problems". */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? "" : "s"}`;

/** "8 articles: 6 published, 1 draft, 1 scheduled" */
export function toArticleCounts(
  { collections: { articles } }: Content,
  now: Date,
): string {
  const states = articles.map((file) => stateOf(file, now));
  const howMany = (state: State) =>
    states.filter((other) => other === state).length;
  return `${count(articles.length, "article")}: ${howMany("published")} published, ${count(howMany("draft"), "draft")}, ${howMany("scheduled")} scheduled`;
}
