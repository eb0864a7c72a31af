import { toArticleDate } from "gatepost/model/dates.ts";
import { hasZone, toReadings } from "gatepost/model/date-forms.ts";
import { quote } from "gatepost/model/fields.ts";
import { todo } from "gatepost/text/todo.ts";
import { toTexts, type Field, type Note } from "./source.ts";

/** A field's date as articles have it; TODO when it may be two days, undefined when it is none. */
export function toDate(
  field: Field,
  note: (note: Note) => void,
): string | undefined {
  const written = toTexts(field.value)[0];
  if (written === undefined || typeof field.value === "boolean")
    return undefined;
  if (typeof toArticleDate(written) === "object") return written;
  const say = (kind: Note["kind"], text: string) =>
    note({ kind, line: field.line, text: `${field.name}: ${text}` });
  // Seconds or milliseconds since 1970, as old exports count.
  if (/^\d{10}(?:\d{3})?$/.test(written)) {
    const date = new Date(Number(written.padEnd(13, "0")))
      .toISOString()
      .replace(".000", "");
    say("guessed", `${written} is counted from 1970: ${date}`);
    return date;
  }
  const readings = toReadings(written);
  if (readings.length > 1) {
    say(
      "to do",
      `${quote(written)} may be ${readings.join(" or ")}: write which`,
    );
    return todo;
  }
  const [reading] = readings;
  if (reading === undefined)
    say("to do", `${quote(written)} is no date: write one like 2026-02-28`);
  else if (reading.length > 10 && !hasZone(written))
    say("guessed", `${quote(written)} has no zone: read as ${reading}`);
  return reading;
}
