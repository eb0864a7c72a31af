import { toRuleName } from "#files/words.ts";
import type { Rule } from "#check/rule.ts";

export const emptyBodyRule: Rule = {
  errors: { "article/empty-body": "Every article and page has text." },
  check: ({ collections }) =>
    (["articles", "pages"] as const).flatMap((collection) =>
      collections[collection]
        .filter(({ contents }) => contents.isEmpty)
        .map((source) => ({
          file: source.file,
          line: source.linesBefore + 1,
          column: 1,
          problem: "There is no text below the front matter.",
          remedy: "Write some, or move the file out of src/content for now.",
          rule: `${toRuleName(collection)}/empty-body`,
        })),
    ),
};
