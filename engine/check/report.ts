import { messageLanguage, toCount, type Finding } from "#files/finding.ts";
import type { Content } from "#files/content.ts";
import { compareDates, readArticleDate } from "#model/dates.ts";
import { stateOf, type State } from "#model/published.ts";
import { isError } from "./rule.ts";

/**
 * Formats findings for the terminal: place, problem, remedy, rule and source line.
 * @param most how many warnings or reminders of one rule to list; if there are more, they are counted on one line
 */
export function toReport(findings: readonly Finding[], most = Infinity) {
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

const toMarked = (text: string, finding: Finding): string =>
  `${`  ${text}`.padEnd(63)} [${finding.rule}]${isError(finding) ? "" : ` ${finding.severity}`}`;

function toSummary(findings: readonly Finding[]): string {
  const files = new Set(findings.map(({ file }) => file));
  const noun = [...files].every((file) =>
    file.startsWith("src/content/articles/"),
  )
    ? "article"
    : "file";
  return `${toCounts(findings)} in ${count(files.size, noun)}`;
}

export function toCounts(findings: readonly Finding[]): string {
  const { error = [], ...others } = Object.groupBy(
    findings,
    ({ severity = "error" }) => severity,
  );
  return listFormat.format([
    ...(error.length > 0 || findings.length === 0
      ? [count(error.length, "problem")]
      : []),
    ...(["warning", "reminder"] as const).flatMap((severity) =>
      others[severity] ? [count(others[severity].length, severity)] : [],
    ),
  ]);
}

const listFormat = new Intl.ListFormat(messageLanguage);

export const count = (number: number, noun: string): string =>
  `${toCount(number)} ${noun}${number === 1 ? "" : "s"}`;

const mostNamed = 10;

/** What a build goes by: how many articles are in each state, when scheduled ones appear, what `check` found. */
export function toOutlook(
  { collections: { articles } }: Content,
  findings: readonly Finding[],
  now: Date,
): string {
  const byState = Map.groupBy(articles, (file) => stateOf(file, now));
  const howMany = (state: State) => byState.get(state)?.length ?? 0;
  const scheduled = (byState.get("scheduled") ?? [])
    .map(({ file, data }) => ({ file, date: String(data.pubDate) }))
    .sort((a, b) =>
      compareDates(readArticleDate(a.date), readArticleDate(b.date)),
    );
  const others = scheduled.length - mostNamed;
  return [
    `${count(articles.length, "article")}: ${howMany("published")} published, ${count(howMany("draft"), "draft")}, ${howMany("scheduled")} scheduled`,
    ...scheduled
      .slice(0, mostNamed)
      .map(
        ({ file, date }) => `  ${file} appears on ${date}, if you build then.`,
      ),
    ...(others > 0 ? [`  ${others} more appear later.`] : []),
    ...(findings.length > 0
      ? [`${toCounts(findings)}. To list them: npm run check`]
      : []),
  ].join("\n");
}
