const pad = (number: number): string => String(number).padStart(2, "0");

/** A moment's calendar day on this machine: 2026-02-28. */
export const toLocalDay = (now: Date): string =>
  `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

/**
 * A `pubDate` that is today on this machine and not in the future: a day counts from midnight UTC, so east of Greenwich
 * in the morning it needs the time and the zone too, like 2026-02-28T08:00+09:00.
 */
export function toPubDate(now: Date): string {
  const day = toLocalDay(now);
  if (Date.parse(day) <= now.getTime()) return day;
  const offset = -now.getTimezoneOffset();
  return `${day}T${pad(now.getHours())}:${pad(now.getMinutes())}+${pad(Math.floor(offset / 60))}:${pad(offset % 60)}`;
}
