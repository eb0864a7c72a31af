import { toFeedId } from "#articles/article.ts";
import type { Rule } from "../check-content.ts";

/** No two articles share a permanent id: a feed reader would show only one of them. */
export const checkFeedIds: Rule = ({ collections }) => {
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
            "Take it out of the article that was not first published with it.",
          rule: "article/id",
        })),
    );
};
