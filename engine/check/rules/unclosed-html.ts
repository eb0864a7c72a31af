import type { Rule } from "#check/rule.ts";

export const unclosedRule: Rule = {
  words: [
    {
      name: "content/unclosed-html",
      severity: "error",
      about:
        "HTML that swallows the text after it, and fences of code, are closed.",
    },
  ],
  check: ({ collections }) =>
    Object.values(collections)
      .flat()
      .flatMap((source) =>
        source.contents.unclosed.map(({ line, column, markup }) => ({
          file: source.file,
          line: line + source.linesBefore,
          column,
          problem: `${markup} is opened and never closed: the text after it would vanish.`,
          remedy: "Close it, or take it out.",
          rule: "content/unclosed-html",
        })),
      ),
};
