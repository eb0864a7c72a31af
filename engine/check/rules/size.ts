import type { ParseLimit } from "#text/body-limits.ts";
import type { Finding } from "#files/finding.ts";
import type { Rule } from "#check/rule.ts";

const words: Record<ParseLimit["of"], Pick<Finding, "problem" | "remedy">> = {
  signs: {
    problem: "There are more signs in one paragraph than can be read.",
    remedy: "Part it with empty lines.",
  },
  code: {
    problem: "There is more code in this text than can be read.",
    remedy: "Write it as Markdown; a table holds any number of rows.",
  },
  depth: {
    problem: "Things stand in one another here more than 100 deep.",
    remedy: "Close what is open, or take the signs out.",
  },
};

/** A text can be read in a moment, by us and by whatever renders it. */
export const sizeRule: Rule = {
  words: [
    {
      name: "content/size",
      severity: "error",
      about:
        "A text can be read in a moment: 250,000 characters at most, and nothing more than 100 deep.",
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
