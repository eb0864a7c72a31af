import { expect, test } from "vitest";
import { readArticleDate } from "#articles/dates.ts";
import { isOverdue } from "#articles/freshness.ts";

test.each([
  ["2026-06-15", "2026-06-14T12:00:00Z", false],
  ["2026-06-15", "2026-06-15T00:00:00Z", false],
  ["2026-06-15", "2026-06-15T23:59:59Z", false],
  ["2026-06-15", "2026-06-16T00:00:00Z", true],
  ["2026-06-15T09:00+02:00", "2026-06-15T07:00:00Z", false],
  ["2026-06-15T09:00+02:00", "2026-06-17T07:00:00Z", true],
])("facts due by %s are overdue at %s: %s", (reviewBy, now, expected) => {
  const date = readArticleDate(reviewBy);
  expect(isOverdue(date, undefined, new Date(now))).toBe(expected);
  expect(isOverdue(date, "the-newer-one", new Date(now))).toBe(false);
});

test("an article without such a day is never overdue", () => {
  expect(isOverdue(undefined, undefined, new Date("2099-01-01"))).toBe(false);
});
