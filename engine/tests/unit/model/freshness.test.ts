import { describe, expect, test } from "vitest";
import { readArticleDate } from "#model/dates.ts";
import { followSuccessors, isOverdue } from "#model/freshness.ts";
import { anArticle } from "./an-article.ts";

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

test("an article without a due date is never overdue", () => {
  expect(isOverdue(undefined, undefined, new Date("2099-01-01"))).toBe(false);
});

describe("an article's successor is", () => {
  const chain = [
    ["first", "second"],
    ["second", "third"],
    ["third", undefined],
    ["waiting", "not-out"],
    ["one", "other"],
    ["other", "one"],
  ].map(([slug, supersededBy]) => anArticle(slug, { supersededBy }));
  const followed = new Map(
    followSuccessors(chain).map(({ slug, supersededBy }) => [
      slug,
      supersededBy,
    ]),
  );

  test("the last of several in a row", () => {
    expect(followed.get("first")).toBe("third");
    expect(followed.get("second")).toBe("third");
  });

  test("none, while the successor is unpublished", () => {
    expect(followed.get("waiting")).toBeUndefined();
    expect(followed.get("third")).toBeUndefined();
  });

  test("none in a circle, which may exist in dev", () => {
    expect(followed.get("one")).toBe("other");
  });
});
