import type { Rule } from "#check/rule.ts";
import { findTagUses } from "./tag-twins.ts";

/** A tag with this many articles needs an introduction. */
const fewest = 3;

export const tagIntroductionRule: Rule = {
  words: [
    {
      name: "article/tag-introduction",
      severity: "warning",
      about: `A tag of ${fewest} articles or more has an introduction in src/content/tags/.`,
    },
  ],
  check: ({ collections: { articles, tags } }) => {
    const introduced = new Set(tags.map(({ id }) => id));
    return [...Map.groupBy(findTagUses(articles), ({ tag }) => tag)].flatMap(
      ([tag, uses]) => {
        const times = new Set(uses.map(({ source }) => source)).size;
        const [first] = uses;
        return !first || times < fewest || introduced.has(tag)
          ? []
          : {
              file: first.source.file,
              ...first.source.placeOf(["tags", first.index]),
              field: `tags[${first.index + 1}]`,
              problem: `"${tag}" is on ${times} articles, but its page has no introduction.`,
              remedy: `Write src/content/tags/${tag}.md with a title, a description and an introductory paragraph.`,
              rule: "article/tag-introduction",
            };
      },
    );
  },
};
