import { compareDates, readNow, toArticleDate } from "#model/dates.ts";
import type { Rule } from "#check/rule.ts";

/** Somewhere on Earth it is tomorrow already. */
const ahead = 24 * 60 * 60 * 1000;

export const dateOrderRule: Rule = {
  words: [
    {
      name: "article/date-order",
      severity: "error",
      about: "Nothing is updated before it appears.",
    },
    {
      name: "article/date-ahead",
      severity: "warning",
      about: "Nothing was updated on a day to come.",
    },
  ],
  check: ({ collections }) => {
    const latest = readNow().getTime() + ahead;
    return collections.articles.flatMap((source) => {
      const [pubDate, updatedDate] = [
        source.data.pubDate,
        source.data.updatedDate,
      ].map((value) =>
        typeof value === "string" ? toArticleDate(value) : undefined,
      );
      if (typeof pubDate !== "object" || typeof updatedDate !== "object")
        return [];
      const isEarly = compareDates(updatedDate, pubDate) < 0;
      // Of an article that is still to appear, that day is fine too.
      if (!isEarly && updatedDate.time <= Math.max(latest, pubDate.time))
        return [];
      return [
        {
          file: source.file,
          ...source.placeOf(["updatedDate"]),
          field: "updatedDate",
          problem: isEarly
            ? `${updatedDate.iso} is before the article appears, ${pubDate.iso}.`
            : `${updatedDate.iso} is still to come: nothing has changed then.`,
          remedy: "Write the day of the last change, or take the field out.",
          rule: isEarly ? "article/date-order" : "article/date-ahead",
        },
      ];
    });
  },
};
