import { toWriterError } from "#files/writer-error.ts";
import { site } from "#site.ts";

/** A date or time from front matter, in every form the site needs. */
export type ArticleDate = {
  /** As written, for machines: `2026-02-03` or `2026-02-03T09:00:00+01:00`. */
  iso: string;
  /** The calendar day in the writer's zone: the same for every reader and on every machine. */
  day: string;
  /** Milliseconds since 1970. A day without a time begins at midnight UTC. */
  time: number;
};

/** 2026-02-03, or 2026-02-03T09:30 with optional seconds and then Z or an offset like +01:00. */
export const dateForm =
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Parses a calendar day, or a time with its zone, strictly.
 * @returns the date, "form" if the format is wrong, or "calendar" if there is no such day or time
 */
export function toArticleDate(text: string): ArticleDate | "form" | "calendar" {
  const date = known.get(text) ?? parseDate(text);
  known.set(text, date);
  return date;
}

/** Several rules and pages ask for the dates of every article. */
const known = new Map<string, ReturnType<typeof parseDate>>();

function parseDate(text: string): ArticleDate | "form" | "calendar" {
  if (!dateForm.test(text)) return "form";
  const day = text.slice(0, 10);
  const midnight = new Date(`${day}T00:00Z`);
  const time = Date.parse(text);
  // Date accepts 31 February and 24:00.
  const isValid =
    !Number.isNaN(time) &&
    midnight.getUTCDate() === Number(text.slice(8, 10)) &&
    !/T24|[+-](?:1[5-9]|[2-9])/.test(text.slice(10));
  return isValid ? { iso: text, day, time } : "calendar";
}

/** Parses a date that the schema has validated. */
export function readArticleDate(text: string): ArticleDate {
  const date = toArticleDate(text);
  if (typeof date === "string")
    throw toWriterError(
      `"${text}" is not a day like 2026-02-28, or a time with its zone.`,
    );
  return date;
}

/** Negative if `a` is before `b`. A day equals any time on that day. */
export function compareDates(a: ArticleDate, b: ArticleDate): number {
  const haveTimes = a.iso.length > 10 && b.iso.length > 10;
  return haveTimes ? a.time - b.time : a.day < b.day ? -1 : +(a.day > b.day);
}

const toFormat = (dateStyle: "long" | "medium") =>
  new Intl.DateTimeFormat(site.language, { dateStyle, timeZone: "UTC" });
const formats = { long: toFormat("long"), short: toFormat("medium") };

/** "3 February 2026", or with "short" "3 Feb 2026". */
export const formatDay = (
  date: ArticleDate,
  style: keyof typeof formats = "long",
): string => formats[style].format(new Date(date.day));

/** The current time for the whole build: `BUILD_NOW` (a time such as 2026-11-22T12:00:00Z, or a day), or the clock. */
export function readNow(setting = process.env.BUILD_NOW): Date {
  if (!setting) return new Date();
  const date = toArticleDate(setting);
  if (typeof date === "string") {
    const error = new Error(
      `BUILD_NOW is ${setting}. Write an instant like 2026-11-22T12:00:00Z, or a day like 2026-11-22.`,
    );
    // A user's mistake, so no stack trace.
    error.stack = "";
    throw error;
  }
  return new Date(date.time);
}
