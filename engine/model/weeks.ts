import type { Article } from "./article.ts";

/** A calendar week, Monday to Sunday in UTC, and what appeared in it. */
export type Week = {
  /** As ISO 8601 calls it: `2026-W47`. It never changes, whatever comes of the articles. */
  name: string;
  /** Midnight at which it began, and at which it was over: the Monday after. */
  from: Date;
  to: Date;
  /** Newest first, and never none. */
  articles: Article[];
};

const day = 24 * 60 * 60 * 1000;

/** The weeks that are over and in which something appeared, newest first, from articles in that order. */
export const toPastWeeks = (articles: readonly Article[], now: Date): Week[] =>
  [...Map.groupBy(articles, ({ pubDate }) => toMonday(pubDate.time))]
    .map(([monday, articles]) => ({
      name: toWeekName(monday),
      from: new Date(monday),
      to: new Date(monday + 7 * day),
      articles,
    }))
    .filter(({ to }) => to <= now);

/** Midnight of the Monday before a moment, in milliseconds since 1970, whose first day was a Thursday. */
function toMonday(time: number): number {
  const days = Math.floor(time / day);
  return (days - ((((days + 3) % 7) + 7) % 7)) * day;
}

/** A week belongs to the year that its Thursday is in. */
function toWeekName(monday: number): string {
  const thursday = new Date(monday + 3 * day);
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / day;
  const week = Math.floor(days / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
