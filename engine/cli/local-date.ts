const pad = (number: number): string => String(number).padStart(2, "0");

/** The local calendar day of a time: 2026-02-28. */
export const toLocalDay = (now: Date): string =>
  `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

/**
 * A `pubDate` for now. A day starts at midnight UTC, so on a morning east of Greenwich today would be in the future;
 * then it has a time with its zone, like 2026-02-28T08:00+09:00.
 */
export function toPubDate(now: Date): string {
  const day = toLocalDay(now);
  if (Date.parse(day) <= now.getTime()) return day;
  const offset = -now.getTimezoneOffset();
  return `${day}T${pad(now.getHours())}:${pad(now.getMinutes())}+${pad(Math.floor(offset / 60))}:${pad(offset % 60)}`;
}
