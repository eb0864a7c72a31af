import { describe, expect, test } from "vitest";
import {
  sharesWord,
  toCount,
  toDay,
  toQuestion,
} from "#browser/search-words.ts";

test("a query is written in the address: only filled-in fields, without spaces around them", () => {
  const fields: [string, string][] = [
    ["q", " is it a&b? "],
    ["category", " "],
    ["tag", "aws"],
  ];
  expect(`${toQuestion(fields)}`).toBe("q=is+it+a%26b%3F&tag=aws");
  expect(toQuestion([["q", ""]]).size).toBe(0);
});

test.each([
  [0, "0 articles"],
  [1, "1 article"],
  [1204, "1,204 articles"],
])("a count of %i is shown as %s", (count, words) => {
  expect(toCount(count, "en-GB")).toBe(words);
});

test("days and counts are written in the page's language", () => {
  expect(toDay("20260502", "en-GB")).toEqual(["2026-05-02", "2 May 2026"]);
  expect(toDay("20260502", "de")).toEqual(["2026-05-02", "02.05.2026"]);
  expect(toCount(1204, "de")).toBe("1.204 articles");
});

describe("a result counts only if its text has a word that begins like one of the query", () => {
  const text = "A licensed café-owner’s Security+ cake, or GitHub Actions.";
  test.each(["licensing", "licen", "cafe", "owner", "security", "hub", "a"])(
    "%s: yes",
    (word) => {
      expect(sharesWord(word, text)).toBe(true);
    },
  );
  test.each(["aardvark", "orchid", "camera", "censed"])("%s: no", (word) => {
    expect(sharesWord(word, text)).toBe(false);
  });
});
