import { compareDates, toArticleDate } from "#articles/dates.ts";
import type { Rule } from "../rule.ts";

export const dateOrderRule: Rule = {
  words: [
    {
      name: "article/date-order",
      severity: "error",
      about: "Nothing is updated before it appears.",
    },
  ],
  check: ({ collections }) =>
    collections.articles.flatMap((source) => {
      const [pubDate, updatedDate] = [
        source.data.pubDate,
        source.data.updatedDate,
      ].map((value) =>
        typeof value === "string" ? toArticleDate(value) : undefined,
      );
      if (
        typeof pubDate !== "object" ||
        typeof updatedDate !== "object" ||
        compareDates(updatedDate, pubDate) >= 0
      )
        return [];
      return [
        {
          file: source.file,
          ...source.placeOf(["updatedDate"]),
          field: "updatedDate",
          problem: `${updatedDate.iso} is before the article appears, ${pubDate.iso}.`,
          remedy: "Write the day of the last change, or take the field out.",
          rule: "article/date-order",
        },
      ];
    }),
};
