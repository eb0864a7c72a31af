const pad = (number: number): string => String(number).padStart(2, "0");

/** The local calendar day of a time: 2026-02-28. */
export const toLocalDay = (now: Date): string =>
  `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

/** A `pubDate` for now: today, or the time with its zone on a morning east of Greenwich, when UTC is a day behind. */
export function toPubDate(now: Date): string {
  const day = toLocalDay(now);
  if (Date.parse(day) <= now.getTime()) return day;
  const offset = -now.getTimezoneOffset();
  return `${day}T${pad(now.getHours())}:${pad(now.getMinutes())}+${pad(Math.floor(offset / 60))}:${pad(offset % 60)}`;
}
