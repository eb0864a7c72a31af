import { expect, test } from "vitest";
import {
  has,
  keep,
  most,
  readKept,
  withEntry,
  without,
} from "#browser/kept.ts";

const entries = Array.from({ length: most }, (_, index) => ({
  address: `/articles/${index}/`,
}));

test("a list keeps the newest 200 articles, without duplicates", () => {
  const longer = withEntry(entries, { address: "/articles/new/" });
  expect(longer).toHaveLength(200);
  expect(longer.at(-1)).toEqual({ address: "/articles/new/" });
  expect(has(longer, "/articles/0/")).toBe(false);

  const again = withEntry(entries, { address: "/articles/7/", id: "end" });
  expect(again).toHaveLength(200);
  expect(again.at(-1)).toEqual({ address: "/articles/7/", id: "end" });
});

test("removing an article keeps the others", () => {
  const left = without(entries, "/articles/7/");
  expect(left).toHaveLength(199);
  expect(has(left, "/articles/7/")).toBe(false);
  expect(without(left, "/articles/7/")).toEqual(left);
});

test("without storage nothing is saved and nothing breaks", () => {
  expect(globalThis.localStorage).toBeUndefined();
  expect(readKept()).toEqual({
    theme: "",
    ads: "",
    saved: [],
    read: [],
    places: [],
  });
  expect(keep({ theme: "dark" })).toBe(false);
});
