import { describe, expect, test } from "vitest";
import {
  compareDates,
  formatDay,
  readArticleDate,
  readNow,
  toArticleDate,
} from "#model/dates.ts";
import { printedBy } from "../run-node.ts";

describe("a date is a day, or a time with its zone", () => {
  test.each([
    ["2026-02-03", "2026-02-03T00:00:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["2000-02-29", "2000-02-29T00:00:00.000Z"],
    ["0099-12-31", "0099-12-31T00:00:00.000Z"],
    ["9999-12-31", "9999-12-31T00:00:00.000Z"],
    ["2026-02-03T09:30Z", "2026-02-03T09:30:00.000Z"],
    ["2026-02-03T09:30:15Z", "2026-02-03T09:30:15.000Z"],
    ["2026-02-03T09:30:15.5Z", "2026-02-03T09:30:15.500Z"],
    ["2026-02-03T00:30+01:00", "2026-02-02T23:30:00.000Z"],
    ["2026-02-03T23:30:00-05:00", "2026-02-04T04:30:00.000Z"],
    ["2026-02-03T05:00:00.125+05:45", "2026-02-02T23:15:00.125Z"],
    ["2026-12-31T23:59:59.999+14:00", "2026-12-31T09:59:59.999Z"],
    ["2026-02-03T09:30-00:00", "2026-02-03T09:30:00.000Z"],
  ])("%s is the time %s", (written, moment) => {
    expect(toArticleDate(written)).toEqual({
      iso: written,
      day: written.slice(0, 10),
      time: Date.parse(moment),
    });
  });

  test.each([
    "",
    "soon",
    "2026",
    "2026-02",
    "2026-2-3",
    "26-02-03",
    "12026-02-03",
    "+002026-02-03",
    "03.02.2026",
    "2026/02/03",
    "20260203",
    " 2026-02-03",
    "2026-02-03 ",
    "2026-02-03\n",
    "٢٠٢٦-٠٢-٠٣",
    "3 February 2026",
    "2026-02-03T09",
    "2026-02-03T09:30",
    "2026-02-03T09:30:00",
    "2026-02-03 09:30Z",
    "2026-02-03t09:30z",
    "2026-02-03T09:30+01",
    "2026-02-03T09:30+0100",
    "2026-02-03T09:30:00.1234Z",
    "2026-02-03Z",
    "2026-W06-2",
  ])("%j does not have the form of a date", (written) => {
    expect(toArticleDate(written)).toBe("form");
  });

  test.each([
    "2026-02-29",
    "1900-02-29",
    "2100-02-29",
    "2026-02-30",
    "2026-02-31",
    "2026-04-31",
    "2026-01-32",
    "2026-01-00",
    "2026-00-10",
    "2026-13-01",
    "2026-13-45",
    "0000-00-00",
    "2026-02-29T09:30Z",
    "2026-02-03T24:00Z",
    "2026-02-03T09:60Z",
    "2026-02-03T09:30:60Z",
    "2026-02-03T09:30+15:00",
    "2026-02-03T09:30+01:60",
  ])("%s does not exist", (written) => {
    expect(toArticleDate(written)).toBe("calendar");
  });

  test("an unvalidated date throws", () => {
    expect(() => readArticleDate("2026-02-29")).toThrow("2026-02-29");
  });
});

describe("a date without a time equals any time on that day", () => {
  test.each([
    ["2026-02-03", "2026-02-04", -1],
    ["2026-02-03", "2026-02-03", 0],
    ["2026-12-01", "2026-02-01", 1],
    ["2026-02-03", "2026-02-03T23:59Z", 0],
    ["2026-02-03T00:00Z", "2026-02-03", 0],
    ["2026-02-03T23:30-05:00", "2026-02-04", -1],
    ["2026-02-03T09:00Z", "2026-02-03T09:01Z", -1],
    ["2026-02-03T09:00Z", "2026-02-03T10:00+01:00", 0],
    ["2026-02-03T23:30-05:00", "2026-02-04T00:30+01:00", 1],
  ])("%s and %s: %i", (a, b, order) => {
    const [one, other] = [readArticleDate(a), readArticleDate(b)];
    expect(Math.sign(compareDates(one, other))).toBe(order);
    expect(Math.sign(compareDates(other, one)) + order).toBe(0);
  });
});

describe("readers see the day in the writer's own zone", () => {
  test.each([
    ["2026-02-03", "3 February 2026", "3 Feb 2026"],
    ["2026-02-03T23:30:00-05:00", "3 February 2026", "3 Feb 2026"],
    ["2026-02-03T00:30:00+14:00", "3 February 2026", "3 Feb 2026"],
    ["2024-02-29", "29 February 2024", "29 Feb 2024"],
  ])("%s is shown as %s, or in short as %s", (written, long, short) => {
    const date = readArticleDate(written);
    expect(formatDay(date)).toBe(long);
    expect(formatDay(date, "short")).toBe(short);
  });

  test.each(["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])(
    "the same day on a machine in %s",
    (TZ) => {
      const printed = printedBy(
        `import { formatDay, readArticleDate, readNow } from "gatepost/model/dates.ts";
        const days = ["2026-02-03", "2026-02-03T23:30:00-05:00", "2026-02-03T00:30:00+14:00"];
        for (const day of days) {
          const date = readArticleDate(day);
          console.log(formatDay(date), "|", formatDay(date, "short"), "|", date.time);
        }
        console.log(readNow().toISOString());`,
        { TZ, BUILD_NOW: "2026-02-03" },
      );
      expect(printed.split("\n")).toEqual([
        "3 February 2026 | 3 Feb 2026 | 1770076800000",
        "3 February 2026 | 3 Feb 2026 | 1770179400000",
        "3 February 2026 | 3 Feb 2026 | 1770028200000",
        "2026-02-03T00:00:00.000Z",
      ]);
    },
  );
});

describe("a whole build has one current time", () => {
  test.each([
    ["2026-11-22", "2026-11-22T00:00:00.000Z"],
    ["2026-11-22T12:00:00Z", "2026-11-22T12:00:00.000Z"],
    ["2026-11-22T12:00+01:00", "2026-11-22T11:00:00.000Z"],
  ])("BUILD_NOW=%s is %s", (setting, moment) => {
    expect(readNow(setting).toISOString()).toBe(moment);
  });

  test("without BUILD_NOW it is the current time", () => {
    const before = Date.now();
    const now = readNow("").getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  test.each(["yesterday", "2026-02-29", "1770076800"])(
    "BUILD_NOW=%s is refused with what to write",
    (setting) => {
      expect(() => readNow(setting)).toThrow(
        `BUILD_NOW is ${setting}. Write an instant like 2026-11-22T12:00:00Z, or a day like 2026-11-22.`,
      );
    },
  );
});
