import type { Article } from "./article.ts";

/** A calendar week, Monday to Sunday in UTC, with its articles. */
export type Week = ReturnType<typeof toPastWeeks>[number];

const day = 24 * 60 * 60 * 1000;

/** Completed weeks with articles, newest first, given articles in that order. */
export const toPastWeeks = (articles: readonly Article[], now: Date) =>
  [...Map.groupBy(articles, ({ pubDate }) => toMonday(pubDate.time))]
    .map(([monday, articles]) => ({
      /** In ISO 8601 form: `2026-W47`. */
      name: toWeekName(monday),
      /** The midnights at its start and at its end, the following Monday. */
      from: new Date(monday),
      to: new Date(monday + 7 * day),
      articles,
    }))
    .filter(({ to }) => to <= now);

export const toWeekStarts = (articles: readonly Article[]) =>
  Object.fromEntries(
    toPastWeeks(articles, new Date(8.64e15)).map(({ name, articles }) => [
      articles[0]?.slug,
      name,
    ]),
  );

/** The midnight when the week of a time began. 1 January 1970, time 0, was a Thursday. */
function toMonday(time: number): number {
  const days = Math.floor(time / day);
  return (days - ((((days + 3) % 7) + 7) % 7)) * day;
}

/** A week belongs to the year of its Thursday. */
function toWeekName(monday: number): string {
  const thursday = new Date(monday + 3 * day);
  const year = thursday.getUTCFullYear();
  const days = (thursday.getTime() - Date.UTC(year, 0, 1)) / day;
  const week = Math.floor(days / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}
