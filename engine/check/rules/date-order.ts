import { compareDates, readNow, toArticleDate } from "#model/dates.ts";
import type { Rule } from "#check/rule.ts";

/** In some time zone it is already tomorrow. */
const ahead = 24 * 60 * 60 * 1000;

export const dateOrderRule: Rule = {
  words: [
    {
      name: "article/date-order",
      severity: "error",
      about: "An article is not updated before it is published.",
    },
    {
      name: "article/date-ahead",
      severity: "warning",
      about: "updatedDate is not in the future.",
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
      // A scheduled article may be updated up to its publication date.
      if (!isEarly && updatedDate.time <= Math.max(latest, pubDate.time))
        return [];
      return [
        {
          file: source.file,
          ...source.placeOf(["updatedDate"]),
          field: "updatedDate",
          problem: isEarly
            ? `${updatedDate.iso} is before the publication date, ${pubDate.iso}.`
            : `${updatedDate.iso} is in the future.`,
          remedy: "Write the date of the last change, or remove the field.",
          rule: isEarly ? "article/date-order" : "article/date-ahead",
        },
      ];
    });
  },
};
