import { toArticleDate } from "./dates.ts";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** 2026-2-3, 2026/02/03, 2026.02.03 or 20260203, optionally with a time and a zone. */
const yearFirst =
  /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|(\d{2})(\d{2}))(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
/** 01/02/2026, 1.2.2026 or 1-2-2026: day and month may be ambiguous. */
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
/** 3 February 2026, 3rd Feb. 2026, Tue, 03 Feb 2026 09:00:00 GMT. */
const dayMonth =
  /^(?:[a-z]{3,9},? +)?(\d{1,2})(?:st|nd|rd|th)? +([a-z]{3,9})\.?,? +(\d{4})(?:,? +(\d{1,2}:\d{2}(?::\d{2})?) *(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i;
/** February 3, 2026, Feb 3rd 2026. */
const monthDay = /^([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/i;

/** Whether a date ends with a zone: … 10:00Z, … GMT, … +0100. */
export const hasZone = (written: string): boolean =>
  /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i.test(written);

/** The possible meanings of a date: two if day and month are ambiguous, none if it is no date. No zone means UTC. */
export function toReadings(text: string): string[] {
  const written = text.trim();
  const first = yearFirst.exec(written);
  if (first) {
    const [, year, , month, day, twoOfMonth, twoOfDay, time, zone] = first;
    return toIso(year, month ?? twoOfMonth, day ?? twoOfDay, time, zone);
  }
  const last = yearLast.exec(written);
  if (last) {
    const [, one, , other, year] = last;
    return [
      ...new Set([...toIso(year, one, other), ...toIso(year, other, one)]),
    ];
  }
  const named = monthDay.exec(written);
  if (named) return toIso(named[3], toMonth(named[1]), named[2]);
  const [, day, month, year, time, zone] = dayMonth.exec(written) ?? [];
  return day ? toIso(year, toMonth(month), day, time, zone) : [];
}

/** Both "Sept" and "September" are 9; undefined if it is no month. */
const toMonth = (name = ""): string | undefined => {
  const index = months.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
};

function toIso(year = "", month = "", day = "", time?: string, zone?: string) {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // "9:30" → "09:30", "+0100" → "+01:00", no zone or a named one → "Z"
  const clock = time
    ?.padStart(time.indexOf(":") === 1 ? time.length + 1 : 0, "0")
    .replace(/(\.\d{3})\d+$/, "$1");
  const offset = /^[+-]/.test(zone ?? "")
    ? (zone as string).replace(/^(...):?(..)$/, "$1:$2")
    : "Z";
  const iso = clock ? `${date}T${clock}${offset}` : date;
  return typeof toArticleDate(iso) === "object" ? [iso] : [];
}
