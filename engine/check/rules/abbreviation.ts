import type { AbbreviationSlip } from "#text/abbreviations.ts";
import { inBody, type Rule } from "#check/rule.ts";

const rule = "content/abbreviation";

export const abbreviationRule: Rule = {
  words: [
    {
      name: rule,
      severity: "warning",
      about:
        "An abbreviation is defined once, in a paragraph of such lines alone, and the text uses it outside headings, links and code.",
    },
  ],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap((source) =>
        source.contents.abbreviations.map((slip) =>
          inBody(source, slip, { ...toWords(slip), rule }),
        ),
      ),
};

function toWords({ slip, written }: AbbreviationSlip) {
  switch (slip) {
    case "unused":
      return {
        problem: `The text never uses the abbreviation ${written}.`,
        remedy: `Take the line out, or write ${written} as a word of its own outside headings, links and code.`,
      };
    case "twice":
      return {
        problem: `The abbreviation ${written} is defined already; the first one counts.`,
        remedy: "Take one of the two out.",
      };
    case "text":
      return {
        problem: `*[${written}] stands in the text as it is: it defines nothing here.`,
        remedy:
          "Leave an empty line before it and after it, and write plain words behind the colon.",
      };
  }
}
