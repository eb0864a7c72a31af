import type { Finding } from "#files/finding.ts";

/**
 * Findings as GitHub's workflow commands, which it shows beside the lines of a change: ::error file=…,line=…,col=…::…
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
const levels = { error: "error", warning: "warning", reminder: "notice" };

export const toAnnotations = (findings: readonly Finding[]): string =>
  findings
    .map((finding) => {
      const { file, line, column, field, problem, remedy, rule } = finding;
      const level = levels[finding.severity ?? "error"];
      const properties = Object.entries({
        file,
        line,
        col: column,
        title: [field, rule].filter(Boolean).join(" · "),
      }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${level} ${properties.join(",")}::${escape(`${problem}\n${remedy}`)}`;
    })
    .join("\n");

const escape = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escape(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
