import type { FenceIssue } from "#text/fence.ts";
import { quote } from "#model/fields.ts";
import type { Finding } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { count } from "#check/report.ts";
import { inBody, type Rule } from "#check/rule.ts";

/** The options of a code block, each with an example. */
const known: Readonly<Record<string, string>> = {
  title: 'title="src/site.ts"',
  ins: "ins={3}",
  del: "del={1-2}",
};
/** Names used by other systems. */
const elsewhere: Readonly<Record<string, string>> = {
  file: "title=",
  filename: "title=",
  name: "title=",
  caption: "title=",
  add: "ins=",
  added: "ins=",
  remove: "del=",
  removed: "del=",
  mark: "{2,4-6} alone",
  highlight: "{2,4-6} alone",
  hl_lines: "{2,4-6} alone",
};
/** Titles can be long. */
const short = (written: string): string => quote(written).slice(1, -1);

const all = `Use {2,4-6}, ${Object.values(known).join(", ")}.`;

export const codeFenceRule: Rule = {
  words: [
    {
      name: "content/code-fence",
      severity: "warning",
      about: `After the language, a code block may have {2,4-6} for marked lines, ${Object.values(known).join(", ")}, with line numbers that exist.`,
    },
  ],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap((source) =>
        source.contents.fences.map((issue) =>
          inBody(source, issue, {
            ...toWords(issue),
            rule: "content/code-fence",
          }),
        ),
      ),
};

function toWords({
  issue,
  written,
  lines,
}: FenceIssue): Pick<Finding, "problem" | "remedy"> {
  const key = /^[\w-]*/.exec(written)?.[0].toLowerCase() ?? "";
  switch (issue) {
    case "language":
      return {
        problem: `${short(written)} is where the language belongs.`,
        remedy: "Write the language first, or text if there is none.",
      };
    case "word": {
      const near =
        (Object.hasOwn(elsewhere, key) && elsewhere[key]) ||
        toSuggestion(key, Object.keys(known))?.concat("=");
      return {
        problem: `${short(written)} is not an option of a code block.`,
        remedy: near ? `Did you mean ${near}?` : all,
      };
    }
    case "value":
      return {
        problem: `${short(written)} cannot be read.`,
        remedy: `Write ${known[key] ?? known.title}.`,
      };
    case "lines":
      return {
        problem: `${short(written)} is not a valid line or range.`,
        remedy: "Count from 1, lower number first, like {2,4-6}.",
      };
    case "beyond":
      return {
        problem: `${short(written)} is past the end: the code has ${count(lines, "line")}.`,
        remedy: "Use line numbers that exist.",
      };
    case "many":
      return {
        problem: "There are more than 100 lines and ranges.",
        remedy: "Use fewer, or remove them.",
      };
    case "both":
      return {
        problem: `Line ${written} has two different marks.`,
        remedy: "Keep one: marked, added or removed.",
      };
    case "twice":
      return {
        problem: `${short(written)} is a second title.`,
        remedy: "Remove one of them.",
      };
    case "diff":
      return {
        problem: `${short(written)} has no effect in a diff.`,
        remedy:
          "Begin the lines with + or -, or write the code's language instead of diff.",
      };
  }
}
