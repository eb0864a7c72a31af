import { alertKinds, calloutKinds, type CalloutSlip } from "#text/callouts.ts";
import type { Finding } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { inBody, type Rule } from "#check/rule.ts";

const fences = Object.keys(calloutKinds).map((name) => `:::${name}`);
const alerts = Object.keys(alertKinds).map(
  (name) => `[!${name.toUpperCase()}]`,
);
/** What other systems call them. */
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
      about: `A callout is :::note, :::tip, :::warning or a kind of \`callouts\` in src/site.ts, or a quotation that begins with ${alerts.join(", ")}.`,
    },
    {
      name: "content/callout-open",
      severity: "error",
      about: "A callout ends with a line of ::: alone.",
    },
    {
      name: "content/callout-attributes",
      severity: "error",
      about: "A callout has a kind and a label, and no {attributes}.",
    },
    {
      name: "content/callout-line",
      severity: "error",
      about:
        "A line that begins with ::: opens or closes a callout, and holds nothing else but its label.",
    },
  ],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap((source) =>
        source.contents.callouts.map((slip) =>
          inBody(source, slip, toWords(slip)),
        ),
      ),
};

function toWords({
  slip,
  written,
}: CalloutSlip): Pick<Finding, "problem" | "remedy" | "rule"> {
  switch (slip) {
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
        problem: `${written} is opened and never closed: all that follows is in it.`,
        remedy: `Write ${/^:+/.exec(written)?.[0]} on a line of its own where it ends, with an empty line before it.`,
        rule: "content/callout-open",
      };
    case "attributes":
      return {
        problem: `${written} says nothing to a callout.`,
        remedy: "Take it out; a label stands in square brackets.",
        rule: "content/callout-attributes",
      };
    case "rest":
      return {
        problem: `"${written}" stands where no words of a callout can.`,
        remedy: written.startsWith("[")
          ? "Close the label with ] on the same line."
          : "Write it on the next line; a label stands in square brackets, :::note[Like this].",
        rule: "content/callout-line",
      };
    case "text":
      return {
        problem: `"${written}" neither opens nor closes a callout.`,
        // A table takes whatever follows it for a row.
        remedy: /^:+$/.test(written)
          ? "Take it out, or leave an empty line before it if a table stands above."
          : `Write ${fences[0]}, the text and ::: on lines of their own; for three colons as text, \\:::.`,
        rule: "content/callout-line",
      };
  }
}

const toRemedy = (
  meant: string | undefined,
  names: readonly string[],
): string =>
  meant ? `Did you mean ${meant}?` : `There are ${names.join(", ")}.`;
