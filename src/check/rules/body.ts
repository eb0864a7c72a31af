import type { Rule } from "../check-content.ts";

/** Collections whose text is optional: their front matter says enough. */
const mayBeEmpty = [
  "categories",
  "tags",
  "authors",
  "series",
  "calls-to-action",
];

/** An article and a page say something, and what they say can be read. */
export const checkBody: Rule = ({ collections }) =>
  Object.entries(collections).flatMap(([name, sources]) =>
    sources.flatMap((source) => {
      const { failure, isEmpty } = source.contents;
      if (failure)
        return [
          {
            file: source.file,
            line: failure.line + source.linesBefore,
            column: failure.column,
            problem: `MDX cannot read this: ${failure.message}.`,
            remedy:
              "Close every tag and every {; write \\{ and &lt; for the signs themselves.",
            rule: "article/mdx",
          },
        ];
      if (isEmpty && !mayBeEmpty.includes(name))
        return [
          {
            file: source.file,
            line: source.linesBefore + 1,
            column: 1,
            problem: "There is no text under the front matter.",
            remedy:
              "Write it, or keep the file out of src/content until there is.",
            rule: "article/empty-body",
          },
        ];
      return [];
    }),
  );
