import { site } from "#site.ts";

/** The day or the instant a writer gave, and what each reader of it needs. */
export type ArticleDate = {
  /** As written, for machines: `2026-02-03` or `2026-02-03T09:00:00+01:00`. */
  iso: string;
  /** The calendar day as the writer's own calendar shows it: the same for every reader and every machine. */
  day: string;
  /** Milliseconds since 1970. A day without a time begins at midnight UTC. */
  time: number;
};

/** 2026-02-03, or 2026-02-03T09:30 with optional seconds and then Z or an offset like +01:00. */
export const dateForm =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(?:Z|[+-](\d{2}):(\d{2})))?$/;

/**
 * Reads a calendar day or an instant with its zone, strictly.
 * @returns what it means, "form" when it is written another way, or "calendar" when there is no such day or time.
 */
export function toArticleDate(text: string): ArticleDate | "form" | "calendar" {
  const parts = dateForm.exec(text);
  if (!parts) return "form";
  const [year, month, date, hour, minute, second, zoneHour, zoneMinute] = parts
    .slice(1)
    .map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Date.UTC rolls 31 February over into March: a day that comes back changed was not one.
  const day = new Date(Date.UTC(year, month - 1, date));
  day.setUTCFullYear(year);
  const isDay =
    day.getUTCFullYear() === year &&
    day.getUTCMonth() === month - 1 &&
    day.getUTCDate() === date;
  const isTime =
    hour < 24 && minute < 60 && second < 60 && zoneHour < 15 && zoneMinute < 60;
  if (!isDay || !isTime) return "calendar";
  return { iso: text, day: text.slice(0, 10), time: Date.parse(text) };
}

/** The same for a text that the schema has let through. */
export function readArticleDate(text: string): ArticleDate {
  const date = toArticleDate(text);
  if (typeof date === "string")
    throw new Error(`${text} has not been through the schema`);
  return date;
}

/** Negative when `a` comes before `b`. A day and an instant on that day are equal: the day has no time to compare. */
export function compareDates(a: ArticleDate, b: ArticleDate): number {
  const haveTimes = a.iso.length > 10 && b.iso.length > 10;
  return haveTimes ? a.time - b.time : a.day < b.day ? -1 : +(a.day > b.day);
}

const long = new Intl.DateTimeFormat(site.language, {
  dateStyle: "long",
  timeZone: "UTC",
});
const short = new Intl.DateTimeFormat(site.language, {
  dateStyle: "medium",
  timeZone: "UTC",
});

/** "3 February 2026", or with "short" "3 Feb 2026". */
export const formatDay = (
  date: ArticleDate,
  style: "long" | "short" = "long",
): string => (style === "long" ? long : short).format(new Date(date.day));

/**
 * The one moment a whole build takes for "now": `BUILD_NOW` (an instant like 2026-11-22T12:00:00Z, or a day) or the
 * clock.
 */
export function readNow(setting = process.env.BUILD_NOW): Date {
  if (!setting) return new Date();
  const date = toArticleDate(setting);
  if (typeof date === "string") {
    const error = new Error(
      `BUILD_NOW is ${setting}. Write an instant like 2026-11-22T12:00:00Z, or a day like 2026-11-22.`,
    );
    // A mistake of the user, so no stack trace.
    error.stack = "";
    throw error;
  }
  return new Date(date.time);
}
