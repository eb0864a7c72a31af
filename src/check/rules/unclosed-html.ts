import type { Rule } from "../check-content.ts";

/** HTML that swallows the rest of a text is closed. */
export const checkUnclosedHtml: Rule = ({ collections }) =>
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
    );
