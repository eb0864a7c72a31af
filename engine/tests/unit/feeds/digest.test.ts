import { describe, expect, test } from "vitest";
import { toDigest } from "#feeds/digest.ts";
import { anArticle } from "../model/an-article.ts";

const digestOf = (fields: Record<string, unknown>[], now = "2027-06-01") =>
  toDigest(
    fields.map((field, index) => anArticle(`a-${index}`, field)),
    new Date(now),
  );

test.each([
  [1, "2026-11-18", "One new article, 16–22 November 2026"],
  [3, "2026-11-18", "Three new articles, 16–22 November 2026"],
  [9, "2026-10-01", "Nine new articles, 28 September – 4 October 2026"],
  [10, "2026-12-31", "10 new articles, 28 December 2026 – 3 January 2027"],
])("%i articles of the week of %s: %s", (count, pubDate, title) => {
  const [entry] = digestOf(
    Array.from({ length: count }, () => ({ pubDate })),
  ).entries;
  expect(entry?.title).toBe(title);
});

describe("an entry", () => {
  const fields = { title: "Old & <b>", pubDate: "2026-11-18" };
  const [before] = digestOf([fields]).entries;
  const [after] = digestOf([
    { ...fields, title: "New", updatedDate: "2027-01-05", tags: ["baking"] },
    { ...fields, pubDate: "2026-11-17" },
  ]).entries;

  test("keeps its id and its date when its articles change, so that no email goes out twice", () => {
    expect(before?.id).toBe("tag:saucepan.example,2026:/newsletter/2026-W47");
    expect(after?.id).toBe(before?.id);
    for (const entry of [before, after]) {
      expect(entry?.published).toEqual(new Date("2026-11-23T00:00:00Z"));
      expect(entry?.updated).toEqual(entry?.published);
    }
  });

  test("has the current titles of its articles", () => {
    expect(after?.title).toMatch(/^Two new/);
    expect(after?.summary).toBe("New · Old & <b>");
  });

  test("links to each article, with its description, authors and reading time, as valid HTML", () => {
    expect(before?.html).toBe(
      '<h2><a href="https://saucepan.example/articles/a-0/">Old &amp; &lt;b&gt;</a></h2>' +
        "<p>What a reader of this article will know afterwards.</p><p>Saucepan · 1 min read</p>",
    );
  });
});

test("the digest has the last 26 weeks", () => {
  const monday = Date.UTC(2026, 0, 5);
  const pubDates = Array.from({ length: 40 }, (_, index) =>
    new Date(monday + (39 - index) * 7 * 86_400_000).toISOString().slice(0, 10),
  );
  const { entries } = digestOf(pubDates.map((pubDate) => ({ pubDate })));
  expect(entries).toHaveLength(26);
  expect(entries[0]?.id).toMatch(/2026-W41$/);
});

test("it changes only when a week with new articles ends", () => {
  const weeks = [{ pubDate: "2026-11-23" }, { pubDate: "2026-11-18" }];
  const first = digestOf(weeks, "2026-11-30");
  expect(first.entries).toHaveLength(2);
  expect(digestOf(weeks, "2027-06-01")).toEqual(first);
  expect(digestOf(weeks, "2026-11-29T23:59:59Z")).not.toEqual(first);
});

test("its date of change is that of its content, not of the build", () => {
  const changed = (fields: Record<string, unknown>[], now?: string) =>
    digestOf(fields, now).updated.toISOString();
  const week = [{ pubDate: "2026-11-18" }];
  expect(changed(week, "2026-11-23")).toBe("2026-11-23T00:00:00.000Z");
  expect(changed(week, "2026-11-29")).toBe("2026-11-23T00:00:00.000Z");
  expect(changed([{ ...week[0], updatedDate: "2026-12-24" }])).toBe(
    "2026-12-24T00:00:00.000Z",
  );
  expect(changed([])).toBe("2026-01-01T00:00:00.000Z");
});
