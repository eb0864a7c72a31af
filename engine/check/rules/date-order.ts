import { compareDates, readNow } from "#model/dates.ts";
import { stateOf } from "#model/published.ts";
import { atField, toDate, type Rule } from "#check/rule.ts";

/** In some time zone it is already tomorrow. */
const ahead = 24 * 60 * 60 * 1000;
/** Whoever writes a later day probably mistyped the year. */
const farAhead = 366 * ahead;

export const dateOrderRule: Rule = {
  errors: {
    "article/date-order": "An article is not updated before it is published.",
  },
  warnings: { "article/date-ahead": "updatedDate is not in the future." },
  reminders: {
    "article/far-date": "An article is scheduled for a day within a year.",
  },
  check: ({ collections }) => {
    const now = readNow();
    const latest = now.getTime() + ahead;
    return collections.articles.flatMap((source) => {
      if (
        stateOf(source, now) === "scheduled" &&
        Number(toDate(source.data.pubDate)?.time) > now.getTime() + farAhead
      )
        return atField(source, ["pubDate"], {
          problem: `The article is scheduled for ${source.data.pubDate}, more than a year from now.`,
          remedy: "Correct the year, or keep it if you mean it.",
          rule: "article/far-date",
        });
      const published = toDate(source.data.pubDate);
      const updated = toDate(source.data.updatedDate);
      if (!published || !updated) return [];
      const isEarly = compareDates(updated, published) < 0;
      // A scheduled article may be updated up to its publication date.
      if (!isEarly && updated.time <= Math.max(latest, published.time))
        return [];
      return atField(source, ["updatedDate"], {
        problem: isEarly
          ? `${updated.iso} is before the publication date, ${published.iso}.`
          : `${updated.iso} is in the future.`,
        remedy: "Write the date of the last change, or remove the field.",
        rule: isEarly ? "article/date-order" : "article/date-ahead",
      });
    });
  },
};
