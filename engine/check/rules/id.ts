import { toFeedId } from "#model/article.ts";
import { atField, findShared, type Rule } from "#check/rule.ts";

export const idRule: Rule = {
  errors: { "article/id": "No two articles share a permanent feed id." },
  check: ({ collections }) =>
    findShared(collections.articles, ({ id, data }) =>
      typeof data.id === "string" ? data.id : toFeedId(id),
    )
      .filter(([{ data }]) => typeof data.id === "string")
      .map(([source, others]) =>
        atField(source, ["id"], {
          problem: `"${source.data.id}" is also the id of ${others}.`,
          remedy:
            "Remove it from the article that was not first published with it.",
          rule: "article/id",
        }),
      ),
};
