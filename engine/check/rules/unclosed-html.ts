import type { Rule } from "#check/rule.ts";

export const unclosedRule: Rule = {
  words: [
    {
      name: "content/unclosed-html",
      severity: "error",
      about:
        "Code fences, and HTML that would swallow the text after it, are closed.",
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
          problem: `${markup} is never closed: the text after it would disappear.`,
          remedy: "Close it, or remove it.",
          rule: "content/unclosed-html",
        })),
      ),
};
