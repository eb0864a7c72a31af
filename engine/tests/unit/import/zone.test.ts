import { describe, expect, test } from "vitest";
import { toPicker } from "../../../import/picker.ts";
import type { SourceArticle } from "../../../import/source.ts";
import { toZone, toZoned } from "../../../import/zone.ts";

const none = "0000-00-00 00:00:00";
const other = ["2019-07-01 09:00:00", "2019-07-01 00:00:00"];

describe("a time of WordPress has the offset of its own day", () => {
  test.each([
    ["2019-11-08 07:30:00", "2019-11-07 22:30:00", "2019-11-08T07:30:00+09:00"],
    ["2019-11-08 07:30:00", "2019-11-08 07:30:00", "2019-11-08T07:30:00Z"],
    ["2019-03-01 20:00:00", "2019-03-02 01:00:00", "2019-03-01T20:00:00-05:00"],
    ["2019-03-01 20:00:00", "2019-03-01 14:15:00", "2019-03-01T20:00:00+05:45"],
    ["2019-03-01 20:00:00", "2019-03-01 23:30:00", "2019-03-01T20:00:00-03:30"],
    // A draft has no time in UTC.
    ["2019-11-08 07:30:00", none, "2019-11-08T07:30:00+09:00"],
    [none, "2019-11-07 22:30:00", "2019-11-07 22:30:00Z"],
    [undefined, "2019-11-07 22:30:00", "2019-11-07 22:30:00Z"],
    // No zone is 15 hours or 7 minutes from UTC.
    ["2019-11-08 15:00:00", "2019-11-08 00:00:00", "2019-11-08 00:00:00Z"],
    ["2019-11-08 00:07:00", "2019-11-08 00:00:00", "2019-11-08 00:00:00Z"],
    [none, none, undefined],
  ])("%s and %s in UTC", (local, utc, expected) => {
    expect(toZoned([local, utc], other).value).toBe(expected);
  });

  test("without any time in UTC it stays as it is", () => {
    expect(toZoned(["2019-11-08 07:30:00", none], [])).toEqual({
      value: "2019-11-08 07:30:00",
    });
  });

  test("an offset from another day is named as guessed", () => {
    const summer = ["2019-07-01 09:00:00", "2019-07-01 07:00:00"];
    expect(toZoned(["2019-12-08 07:30:00", none], summer)).toEqual({
      value: "2019-12-08T07:30:00+02:00",
      guess: "the offset +02:00 is that of 2019-07-01 09:00:00",
    });
    const fields = [{ name: "date", ...toZoned([summer[0], none], summer) }];
    const picker = toPicker({ fields } as SourceArticle);
    picker.take("pubDate", () => true);
    expect(picker.notes.map(({ kind }) => kind)).toEqual(["mapped", "guessed"]);
  });
});

describe("a time of Ghost is that of the site's clocks", () => {
  test.each([
    ["2024-03-01T20:30:00.000Z", "Asia/Tokyo", "2024-03-02T05:30:00+09:00"],
    ["2024-07-01T23:30:00.000Z", "Europe/Berlin", "2024-07-02T01:30:00+02:00"],
    ["2024-03-01 20:30:00", "Asia/Tokyo", "2024-03-02T05:30:00+09:00"],
    [1591517350000, "Asia/Kolkata", "2020-06-07T13:39:10+05:30"],
    ["2024-03-01T20:30:00.000Z", "Etc/UTC", "2024-03-01T20:30:00.000Z"],
    ["2024-03-01T20:30:00.000Z", undefined, "2024-03-01T20:30:00.000Z"],
    ["2024-03-01T20:30:00.000Z", "Nowhere", "2024-03-01T20:30:00.000Z"],
    ["soon", "Asia/Tokyo", "soon"],
    [null, undefined, null],
  ])("%s in %s", (time, zone, expected) => {
    expect(toZone(time, zone)).toBe(expected);
  });
});
