import type { CollectionName } from "#model/collections.ts";
import { toRuleName } from "#files/words.ts";
import type { Rule } from "#check/rule.ts";

/** Collections whose files must have text. */
const needText: CollectionName[] = ["articles", "pages"];

export const emptyBodyRule: Rule = {
  words: [
    {
      name: "article/empty-body",
      severity: "error",
      about: "Every article and page has text.",
    },
  ],
  check: ({ collections }) =>
    needText.flatMap((collection) =>
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
