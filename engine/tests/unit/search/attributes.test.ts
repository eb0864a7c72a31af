import { expect, test } from "vitest";
import { readArticleDate } from "#model/dates.ts";
import { toSearchAttributes } from "#search/attributes.ts";
import { names } from "../model/an-article.ts";

const article = {
  state: "published" as const,
  pubDate: readArticleDate("2026-05-02"),
  category: names.categories.get("work")!,
  tags: [...names.tags.values()],
};

test("an article's category, tags and date have Pagefind's attributes", () => {
  expect(toSearchAttributes(article)).toEqual({
    "data-pagefind-body": "",
    "data-pagefind-filter": "category[data-category], tag[data-tag-0]",
    "data-pagefind-meta": "day[data-day]",
    "data-pagefind-sort": `time:${Date.UTC(2026, 4, 2)}`,
    "data-category": "work",
    "data-tag-0": "baking",
    "data-day": "20260502",
  });
});

test.each([
  ["draft", "Draft"],
  ["scheduled", "Scheduled for 2 May 2026"],
] as const)("a writer's %s is marked as such", (state, label) => {
  expect(toSearchAttributes({ ...article, state })).toMatchObject({
    "data-pagefind-meta": "day[data-day], state[data-state]",
    "data-state": label,
  });
});
