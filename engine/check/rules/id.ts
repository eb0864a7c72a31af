import { toFeedId } from "#model/article.ts";
import type { Rule } from "#check/rule.ts";

export const idRule: Rule = {
  words: [
    {
      name: "article/id",
      severity: "error",
      about: "No two articles share a permanent feed id.",
    },
  ],
  check: ({ collections }) => {
    const ids = Map.groupBy(collections.articles, ({ id, data }) =>
      typeof data.id === "string" ? data.id : toFeedId(id),
    );
    return [...ids]
      .filter(([, articles]) => articles.length > 1)
      .flatMap(([id, articles]) =>
        articles
          .filter(({ data }) => data.id === id)
          .map((source) => ({
            file: source.file,
            ...source.placeOf(["id"]),
            field: "id",
            problem: `"${id}" is also the id of ${articles
              .map(({ file }) => file)
              .filter((file) => file !== source.file)
              .join(" and ")}.`,
            remedy:
              "Remove it from the article that was not first published with it.",
            rule: "article/id",
          })),
      );
  },
};
