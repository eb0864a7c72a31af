import { compareDates, toArticleDate } from "gatepost/model/dates.ts";
import { hasZone, toReadings } from "gatepost/model/date-forms.ts";
import { quote } from "gatepost/model/fields.ts";
import { todo } from "gatepost/text/todo.ts";
import { toFileName } from "./markdown-files.ts";
import type { Picker } from "./picker.ts";
import { toTexts, type Field, type TakeNote } from "./source.ts";

/** A day in a path or a file name: 2019/11/07, 2019-11-07, 20191107. */
const dayIn =
  /(?<!\d)(?:19|20)\d\d(?:([-_.])\d{1,2}\1\d{1,2}|\d{4}|\/\d{1,2}\/(?:\d\d|\d(?=\/|$)))(?!\d)/;

/** The date of a field, of the file's name, of an address or the path, or of the last change; TODO if there is none. */
export function takePubDate(picker: Picker): string {
  const { take, note, keep, gather, source } = picker;
  const found = take("pubDate", (field) => {
    const date = toDate(field, note);
    if (date === todo) keep(field);
    return date;
  });
  if (found !== undefined) return found;
  const isFile = source.part === undefined;
  const places = [
    ...(isFile ? [["file name", toFileName(source.path).whole]] : []),
    ...[...gather("aliases"), ...gather("slug")].flatMap(({ name, value }) =>
      toTexts(value).map((text) => [name, text]),
    ),
    ...(isFile ? [["path", source.path]] : []),
  ] as [name: string, text: string][];
  const days = new Map<string, [name: string, text: string]>();
  for (const place of places) {
    const day = dayIn.exec(place[1])?.[0].replaceAll("_", "-");
    if (day && !days.has(day)) days.set(day, place);
  }
  for (const [value, [name, text]] of days) {
    const date = toDate({ name, value }, note);
    if (!date) continue;
    note("guessed", `pubDate ${date} from the ${name} ${quote(text)}`);
    return date;
  }
  for (const field of gather("updatedDate")) {
    const updated = toDate(field, () => undefined);
    if (updated === undefined || updated === todo) continue;
    note("guessed", `pubDate from ${field.name}, the only date`, field.line);
    return updated;
  }
  note("to do", "pubDate is missing: write one like 2026-02-28");
  return todo;
}

export function takeUpdatedDate(
  { take, note, left }: Picker,
  pubDate: string,
): string | undefined {
  return take("updatedDate", (field) => {
    const date = toDate(field, note);
    if (date === pubDate) return void left.delete(field);
    const [first, last] = [toArticleDate(pubDate), toArticleDate(date ?? "")];
    if (typeof last !== "object") return undefined;
    if (typeof first !== "object" || compareDates(last, first) >= 0)
      return date;
    note(
      "dropped",
      `${field.name}: ${date} is earlier than pubDate`,
      field.line,
    );
    return void left.delete(field);
  });
}

/** A field's date as articles write it; TODO if it is ambiguous, undefined if it is not a date. */
function toDate(field: Field, note: TakeNote): string | undefined {
  const written = toTexts(field.value)[0];
  if (written === undefined || typeof field.value === "boolean")
    return undefined;
  if (typeof toArticleDate(written) === "object") return written;
  const say = (kind: "guessed" | "to do", text: string) =>
    note(kind, `${field.name}: ${text}`, field.line);
  // Seconds or milliseconds since 1970.
  if (/^\d{10}(?:\d{3})?$/.test(written)) {
    const date = new Date(Number(written.padEnd(13, "0")))
      .toISOString()
      .replace(".000", "");
    say("guessed", `${written} is a Unix time: ${date}`);
    return date;
  }
  const readings = toReadings(written);
  if (readings.length > 1) {
    say(
      "to do",
      `${quote(written)} can mean ${readings.join(" or ")}: write one of them`,
    );
    return todo;
  }
  const [reading] = readings;
  if (reading === undefined)
    say("to do", `${quote(written)} is not a date: write one like 2026-02-28`);
  else if (reading.length > 10 && !hasZone(written))
    say("guessed", `${quote(written)} has no time zone: read as ${reading}`);
  return reading;
}
