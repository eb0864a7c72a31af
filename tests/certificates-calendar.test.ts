import { describe, expect, test } from "vitest";
import { toCalendar, toLastDay } from "../src/certificates/calendar.ts";
import { readCalendar } from "./support/read-calendar.ts";

describe("the calendar", () => {
  test.each([
    ["2026-11-29", 36, "2029-11-29"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
  ])("a pass on %s valid for %i months ends on %s", (passed, months, last) => {
    expect(toLastDay(passed, months)).toBe(last);
  });

  const calendar = toCalendar({
    short: "CPH, the “größte”; one",
    page: "https://site.example/base/certificates/pan/",
    advice: `Renew if you still fry; ${"ä".repeat(60)} \\ end.`,
    lastDay: "2028-03-01",
    now: new Date("2026-11-29T18:30:15.250Z"),
  });

  test("is valid, and no line has more than 75 bytes", () => {
    expect(() => readCalendar(Buffer.from(calendar))).not.toThrow();
    // Longer than a line, so that folding is tested.
    expect(calendar).toContain("\r\n ");
  });

  test("has the last day and the day 90 days earlier, each with an id of its own", () => {
    expect(readCalendar(Buffer.from(calendar))).toEqual([
      expect.objectContaining({
        UID: "base-certificates-pan-early-2028-03-01@site.example",
        DTSTART: "20271202",
      }),
      expect.objectContaining({
        UID: "base-certificates-pan-last-2028-03-01@site.example",
        DTSTAMP: "20261129T183015Z",
        DTSTART: "20280301",
        SUMMARY: "CPH, the “größte”; one: renewal due",
        DESCRIPTION: expect.stringContaining(String.raw`ä \ end. https`),
        URL: "https://site.example/base/certificates/pan/",
      }),
    ]);
  });
});
