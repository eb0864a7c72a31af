import type { AbbreviationIssue } from "#text/abbreviations.ts";
import { inBody, type Rule } from "#check/rule.ts";

const rule = "content/abbreviation";

export const abbreviationRule: Rule = {
  words: [
    {
      name: rule,
      severity: "warning",
      about:
        "Each abbreviation is defined once, in a paragraph of definitions only, and used outside headings, links and code.",
    },
  ],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap((source) =>
        source.contents.abbreviations.map((issue) =>
          inBody(source, issue, { ...toWords(issue), rule }),
        ),
      ),
};

function toWords({ issue, written }: AbbreviationIssue) {
  switch (issue) {
    case "unused":
      return {
        problem: `The text never uses the abbreviation ${written}.`,
        remedy: `Delete the line, or use ${written} as a separate word outside headings, links and code.`,
      };
    case "twice":
      return {
        problem: `The abbreviation ${written} is already defined; the first definition is used.`,
        remedy: "Remove one of the two.",
      };
    case "text":
      return {
        problem: `*[${written}] is shown as plain text: it defines nothing here.`,
        remedy:
          "Put an empty line before and after it, and plain words after the colon.",
      };
  }
}
