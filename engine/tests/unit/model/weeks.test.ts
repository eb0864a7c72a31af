import { expect, test } from "vitest";
import { toPastWeeks } from "#model/weeks.ts";
import { anArticle } from "./an-article.ts";

const weeksOf = (dates: string[], now: string) =>
  toPastWeeks(
    dates.map((pubDate, index) => anArticle(`a-${index}`, { pubDate })),
    new Date(now),
  );

test.each([
  ["2026-01-01", "2026-W01"],
  ["2026-11-22", "2026-W47"],
  ["2026-12-31", "2026-W53"],
  // These belong to the year of their Thursday.
  ["2027-01-03", "2026-W53"],
  ["2024-12-30", "2025-W01"],
  ["2027-01-04", "2027-W01"],
  ["1969-12-31", "1970-W01"],
])("%s is in ISO 8601 week %s", (day, name) => {
  expect(weeksOf([day], "2030-01-01").map(({ name }) => name)).toEqual([name]);
});

test("a week is Monday to Sunday in UTC", () => {
  const [week, before] = weeksOf(
    [
      "2026-11-22T23:59:59Z",
      "2026-11-23T00:30:00+01:00",
      "2026-11-16",
      "2026-11-15",
    ],
    "2026-12-01",
  );
  expect(week?.from).toEqual(new Date("2026-11-16T00:00:00Z"));
  expect(week?.to).toEqual(new Date("2026-11-23T00:00:00Z"));
  expect(week?.articles.map(({ slug }) => slug)).toEqual(["a-0", "a-1", "a-2"]);
  expect(before?.name).toBe("2026-W46");
});

test("a week is past from midnight on the following Monday", () => {
  expect(weeksOf(["2026-11-16"], "2026-11-22T23:59:59.999Z")).toEqual([]);
  expect(weeksOf(["2026-11-16"], "2026-11-23T00:00:00Z")).toHaveLength(1);
});

test("weeks without articles are omitted", () => {
  expect(
    weeksOf(["2026-11-22", "2026-11-02"], "2026-12-31").map(({ name }) => name),
  ).toEqual(["2026-W47", "2026-W45"]);
});
