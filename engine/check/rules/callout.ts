import { alertKinds, calloutKinds, type CalloutIssue } from "#text/callouts.ts";
import type { Finding } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { inBody, type Rule } from "#check/rule.ts";

const fences = Object.keys(calloutKinds).map((name) => `:::${name}`);
const alerts = Object.keys(alertKinds).map(
  (name) => `[!${name.toUpperCase()}]`,
);
/** Names used by other systems. */
const elsewhere: Readonly<Record<string, string>> = {
  info: ":::note",
  hint: ":::tip",
  success: ":::tip",
  important: ":::note",
  caution: ":::warning",
  danger: ":::warning",
  error: ":::warning",
};

export const calloutRule: Rule = {
  words: [
    {
      name: "content/callout",
      severity: "error",
      about: `A callout is :::note, :::tip, :::warning, a kind from \`callouts\` in src/site.ts, or a quotation that begins with ${alerts.join(", ")}.`,
    },
    {
      name: "content/callout-open",
      severity: "error",
      about: "A callout ends with ::: on a line of its own.",
    },
    {
      name: "content/callout-attributes",
      severity: "error",
      about: "A callout has a kind and an optional label, but no {attributes}.",
    },
    {
      name: "content/callout-line",
      severity: "error",
      about:
        "A line that begins with ::: opens or closes a callout, with nothing else on it but the label.",
    },
  ],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap((source) =>
        source.contents.callouts.map((issue) =>
          inBody(source, issue, toWords(issue)),
        ),
      ),
};

function toWords({
  issue,
  written,
}: CalloutIssue): Pick<Finding, "problem" | "remedy" | "rule"> {
  switch (issue) {
    case "name":
      return {
        problem: `There is no callout :::${written}.`,
        remedy: toRemedy(
          elsewhere[written.toLowerCase()] ??
            toSuggestion(`:::${written}`, fences),
          fences,
        ),
        rule: "content/callout",
      };
    case "alert":
      return {
        problem: `There is no callout [!${written}].`,
        remedy: toRemedy(
          toSuggestion(`[!${written.toUpperCase()}]`, alerts),
          alerts,
        ),
        rule: "content/callout",
      };
    case "open":
      return {
        problem: `${written} is never closed: everything after it is in the callout.`,
        remedy: `Write ${/^:+/.exec(written)?.[0]} on a line of its own where it ends, with an empty line before it.`,
        rule: "content/callout-open",
      };
    case "attributes":
      return {
        problem: `${written} means nothing in a callout.`,
        remedy: "Remove it. A label goes in square brackets.",
        rule: "content/callout-attributes",
      };
    case "rest":
      return {
        problem: `"${written}" cannot be on this line.`,
        remedy: written.startsWith("[")
          ? "Close the label with ] on the same line."
          : "Write it on the next line. A label goes in square brackets: :::note[Like this].",
        rule: "content/callout-line",
      };
    case "text":
      return {
        problem: `"${written}" neither opens nor closes a callout.`,
        // A table continues with whatever follows it.
        remedy: /^:+$/.test(written)
          ? "Remove it, or put an empty line before it if there is a table above."
          : `Write ${fences[0]}, the text and ::: on separate lines. For three colons as text, write \\:::.`,
        rule: "content/callout-line",
      };
  }
}

const toRemedy = (
  meant: string | undefined,
  names: readonly string[],
): string =>
  meant ? `Did you mean ${meant}?` : `Use one of: ${names.join(", ")}.`;
