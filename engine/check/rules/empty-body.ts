import type { CollectionName } from "#model/collections.ts";
import { toRuleName } from "#files/words.ts";
import type { Rule } from "#check/rule.ts";

/** Collections that say all they have to say in their text; the front matter of the others is enough. */
const needText: CollectionName[] = ["articles", "pages"];

export const emptyBodyRule: Rule = {
  words: [
    {
      name: "article/empty-body",
      severity: "error",
      about: "An article and a page say something.",
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
          problem: "There is no text under the front matter.",
          remedy:
            "Write it, or keep the file out of src/content until there is.",
          rule: `${toRuleName(collection)}/empty-body`,
        })),
    ),
};
