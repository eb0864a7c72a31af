import { toArticleDate } from "gatepost/model/dates.ts";
import { hasZone, toReadings } from "gatepost/model/date-forms.ts";
import { quote } from "gatepost/model/fields.ts";
import { todo } from "gatepost/text/todo.ts";
import { toTexts, type Field, type TakeNote } from "./source.ts";

/** A field's date as articles write it; TODO if it is ambiguous, undefined if it is not a date. */
export function toDate(field: Field, note: TakeNote): string | undefined {
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
