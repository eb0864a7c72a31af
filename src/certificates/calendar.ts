/** An event of a whole day. */
type Event = { id: string; day: string; title: string; text: string };

/** How many days before a certificate lapses the reminder is. */
export const daysBefore = 90;

/** The last day of validity of a certificate, as 2028-02-29: the day of the pass, some months later. */
export function toLastDay(passed: string, months: number): string {
  const [year = 0, month = 0, day = 0] = passed.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

/** A day some days earlier. */
export const toEarlierDay = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

/**
 * A calendar (RFC 5545) with the day on which a certificate lapses, and a day 90 days before it.
 * @param now when the file is made
 */
export function toCalendar({
  short,
  page,
  advice,
  lastDay,
  now,
}: {
  short: string;
  /** The certificate's page in the catalogue. */
  page: string;
  advice: string;
  lastDay: string;
  now: Date;
}): string {
  const text = `${advice} ${page}`;
  const events: Event[] = [
    {
      id: "early",
      day: toEarlierDay(lastDay, daysBefore),
      title: `${short}: renew, replace or let it lapse? ${daysBefore} days left`,
      text,
    },
    { id: "last", day: lastDay, title: `${short}: renewal due`, text },
  ];
  const { host, pathname } = new URL(page);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${host}//Renewals//EN`,
    "CALSCALE:GREGORIAN",
    ...events.flatMap(({ id, day, title, text }) => [
      "BEGIN:VEVENT",
      // The same for the same day: a calendar that gets the file twice shows it once.
      `UID:${pathname.replaceAll("/", "-").replace(/^-|-$/g, "")}-${id}-${lastDay}@${host}`,
      `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `SUMMARY:${escape(title)}`,
      `DESCRIPTION:${escape(text)}`,
      `URL:${page}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

const escape = (text: string): string =>
  text.replace(/[\\;,]/g, String.raw`\$&`).replace(/\r?\n/g, String.raw`\n`);

const encoder = new TextEncoder();

/** Breaks a line into lines of at most 75 bytes, never within a character. */
function fold(line: string): string {
  let folded = "";
  let length = 0;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (length + bytes > 75) {
      folded += "\r\n ";
      length = 1;
    }
    folded += character;
    length += bytes;
  }
  return folded;
}
