import type { ParseLimit } from "#text/body-limits.ts";
import type { Finding } from "#files/finding.ts";
import type { Rule } from "#check/rule.ts";

const words: Record<ParseLimit["of"], Pick<Finding, "problem" | "remedy">> = {
  punctuation: {
    problem: "This paragraph has too many punctuation characters to parse.",
    remedy: "Split it with empty lines.",
  },
  code: {
    problem: "This text has too much code to parse.",
    remedy: "Write it as Markdown; a table may have any number of rows.",
  },
  depth: {
    problem: "The text is nested more than 100 levels deep here.",
    remedy: "Close what is open, or remove the characters.",
  },
};

export const sizeRule: Rule = {
  words: [
    {
      name: "content/size",
      severity: "error",
      about:
        "A text is quick to parse: at most 250,000 characters and 100 levels of nesting.",
    },
  ],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap(({ file, linesBefore, contents: { parseLimit } }) =>
        parseLimit
          ? [
              {
                file,
                line: parseLimit.line + linesBefore,
                column: parseLimit.column,
                ...words[parseLimit.of],
                rule: "content/size",
              },
            ]
          : [],
      ),
};
