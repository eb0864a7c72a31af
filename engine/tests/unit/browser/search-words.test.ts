import { describe, expect, test } from "vitest";
import {
  sharesWords,
  toCount,
  toDay,
  toParameters,
  toPieces,
  toQuestion,
} from "#browser/search-words.ts";

describe("a search can be linked to", () => {
  test.each([
    ["?q=is+it+worth+it%3F&tag=aws", { q: "is it worth it?", tag: "aws" }],
    ["?q=a%26b", { q: "a&b" }],
    ["?category=work", { category: "work" }],
    ["", {}],
  ])("%s", (address, asked) => {
    const question = { q: "", category: "", tag: "", ...asked };
    expect(toQuestion(new URLSearchParams(address))).toEqual(question);
    expect(toParameters(question)).toBe(address);
  });

  test("spaces around a query are ignored", () => {
    expect(toQuestion(new URLSearchParams("q=++cake+")).q).toBe("cake");
  });
});

test.each([
  [0, "0 articles"],
  [1, "1 article"],
  [1204, "1,204 articles"],
])("%i results are announced as %s", (count, words) => {
  expect(toCount(count)).toBe(words);
});

test("every second part of an excerpt is a match, and none is HTML", () => {
  expect(toPieces("a <mark>bowl</mark> of &lt;b&gt; & more")).toEqual([
    "a ",
    "bowl",
    " of <b> & more",
  ]);
  expect(toPieces("<mark>&lt;script&gt;</mark>")).toEqual(["", "<script>", ""]);
});

test("dates are written out", () => {
  expect(toDay("20260502")).toEqual({ iso: "2026-05-02", text: "2 May 2026" });
});

describe("a Pagefind result counts only if it contains something like each word", () => {
  const text = "A licensed café-owner’s Security+ cake, or GitHub Actions.";
  test.each([
    "licensing",
    "licen",
    "Cafe owner",
    "security",
    "hub act",
    "“cake”",
    "a",
    "",
  ])("%s: yes", (q) => {
    expect(sharesWords(q, text)).toBe(true);
  });
  test.each(["aardvark", "orchid", "camera", "cake orchid"])("%s: no", (q) => {
    expect(sharesWords(q, text)).toBe(false);
  });
});
