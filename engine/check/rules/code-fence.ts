import type { FenceSlip } from "#text/fence.ts";
import { quote } from "#model/fields.ts";
import type { Finding } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { count } from "#check/report.ts";
import { inBody, type Rule } from "#check/rule.ts";

/** What a block of code may say behind its language, each with how it is written. */
const known: Readonly<Record<string, string>> = {
  title: 'title="src/site.ts"',
  ins: "ins={3}",
  del: "del={1-2}",
};
/** What other systems call them. */
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
/** A title may be a page long. */
const short = (written: string): string => quote(written).slice(1, -1);

const all = `There are {2,4-6}, ${Object.values(known).join(", ")}.`;

export const codeFenceRule: Rule = {
  words: [
    {
      name: "content/code-fence",
      severity: "warning",
      about: `Behind the language of a block of code stand {2,4-6} for marked lines, ${Object.values(known).join(", ")}, and lines that the code has.`,
    },
  ],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap((source) =>
        source.contents.fences.map((slip) =>
          inBody(source, slip, {
            ...toWords(slip),
            rule: "content/code-fence",
          }),
        ),
      ),
};

function toWords({
  slip,
  written,
  lines,
}: FenceSlip): Pick<Finding, "problem" | "remedy"> {
  const key = /^[\w-]*/.exec(written)?.[0].toLowerCase() ?? "";
  switch (slip) {
    case "language":
      return {
        problem: `${short(written)} stands where the language does.`,
        remedy: "Write the language before it, or text when it has none.",
      };
    case "word": {
      const near =
        (Object.hasOwn(elsewhere, key) && elsewhere[key]) ||
        toSuggestion(key, Object.keys(known))?.concat("=");
      return {
        problem: `${short(written)} says nothing to a block of code.`,
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
        problem: `${short(written)} names no lines.`,
        remedy: "Write numbers from 1 on, the lower one first, like {2,4-6}.",
      };
    case "beyond":
      return {
        problem: `The code has ${count(lines, "line")}, and ${short(written)} goes beyond them.`,
        remedy: "Write lines that it has.",
      };
    case "many":
      return {
        problem: "More than 100 lines and ranges are named.",
        remedy: "Name fewer, or take them out.",
      };
    case "both":
      return {
        problem: `Line ${written} is to be two things at once.`,
        remedy: "Name it once: marked, added or removed.",
      };
    case "twice":
      return {
        problem: `${short(written)} is a second title.`,
        remedy: "Take one of them out.",
      };
    case "diff":
      return {
        problem: `${short(written)} says nothing in a diff.`,
        remedy:
          "Begin the lines with + or -, or write the language of the code instead of diff.",
      };
  }
}
