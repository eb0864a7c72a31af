/** An event's properties by name, with text as its reader sees it. */
export type CalendarEvent = Record<string, string>;

const required = ["UID", "DTSTAMP", "DTSTART", "SUMMARY"];

/**
 * Reads a calendar file as strictly as RFC 5545 allows.
 * @throws an Error for the first rule that it breaks
 */
export function readCalendar(bytes: Uint8Array): CalendarEvent[] {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  if (!text.endsWith("\r\n")) throw new Error("The last line has no end.");
  const physical = text.slice(0, -2).split("\r\n");
  for (const line of physical) {
    if (/[\r\n\0-\x08\x0B-\x1F\x7F]/.test(line))
      throw new Error(`A control character: ${line}`);
    if (new TextEncoder().encode(line).length > 75)
      throw new Error(`More than 75 bytes: ${line}`);
  }
  const lines = text.slice(0, -2).replaceAll("\r\n ", "").split("\r\n");
  const open: string[] = [];
  const calendar: CalendarEvent = {};
  const events: CalendarEvent[] = [];
  for (const line of lines) {
    const [, name = "", parameters = "", value = ""] =
      /^([A-Z][A-Z-]*)((?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line) ?? [];
    if (!name) throw new Error(`Not a property: ${line}`);
    if (name === "BEGIN") {
      open.push(value);
      if (value === "VEVENT") events.push({});
    } else if (name === "END") {
      if (open.pop() !== value) throw new Error(`${value} ends too early.`);
    } else {
      const within = open.at(-1) === "VEVENT" ? events.at(-1)! : calendar;
      if (open.length === 0 || name in within)
        throw new Error(`${name} is in the wrong place or twice.`);
      within[name] = readValue(name, parameters, value);
    }
  }
  if (open.length > 0) throw new Error(`${open.join()} does not end.`);
  if (calendar.VERSION !== "2.0" || !calendar.PRODID)
    throw new Error("VERSION or PRODID is missing.");
  for (const event of events)
    for (const name of required)
      if (!event[name]) throw new Error(`An event has no ${name}.`);
  if (new Set(events.map(({ UID }) => UID)).size < events.length)
    throw new Error("Two events have the same UID.");
  return events;
}

function readValue(name: string, parameters: string, value: string): string {
  if (name === "DTSTAMP" && !/^\d{8}T\d{6}Z$/.test(value))
    throw new Error(`DTSTAMP is not in UTC: ${value}`);
  if (
    name === "DTSTART" &&
    (parameters !== ";VALUE=DATE" || !/^\d{8}$/.test(value))
  )
    throw new Error(`DTSTART is not a day: ${value}`);
  if (!["SUMMARY", "DESCRIPTION"].includes(name)) return value;
  if (
    /(?<!\\)(?:\\\\)*[;,]/.test(value) ||
    /(?<!\\)(?:\\\\)*\\[^\\;,nN]/.test(value)
  )
    throw new Error(`${name} is not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, one: string) =>
    one.toLowerCase() === "n" ? "\n" : one,
  );
}
