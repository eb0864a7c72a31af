import { describe, expect, test } from "vitest";
import { toSuggestion } from "#model/suggestion.ts";

describe("a misspelling gets the nearest known name", () => {
  const names = ["title", "category", "updatedDate", "id", "toc", "sources"];
  test.each([
    ["catgory", "category"],
    ["Category", "category"],
    ["CATEGROY", "category"],
    ["tilte", "title"],
    ["updated", undefined],
    ["updateDate", "updatedDate"],
    ["lastUpdated", undefined],
    ["ids", "id"],
    ["tox", "toc"],
    ["tags", undefined],
    ["layout", undefined],
    ["", undefined],
  ])("%s: %s", (written, meant) => {
    expect(toSuggestion(written, names)).toBe(meant);
  });

  test("the nearest of several; none without names", () => {
    expect(toSuggestion("part", ["parts", "paths", "port"])).toBe("parts");
    expect(toSuggestion("portt", ["parts", "port"])).toBe("port");
    expect(toSuggestion("title", [])).toBeUndefined();
  });
});
