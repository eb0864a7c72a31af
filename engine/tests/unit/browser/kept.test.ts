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

test("a list keeps the newest two hundred, each article once", () => {
  const longer = withEntry(entries, { address: "/articles/new/" });
  expect(longer).toHaveLength(200);
  expect(longer.at(-1)).toEqual({ address: "/articles/new/" });
  expect(has(longer, "/articles/0/")).toBe(false);

  const again = withEntry(entries, { address: "/articles/7/", id: "end" });
  expect(again).toHaveLength(200);
  expect(again.at(-1)).toEqual({ address: "/articles/7/", id: "end" });
});

test("taking an article out leaves the others", () => {
  const left = without(entries, "/articles/7/");
  expect(left).toHaveLength(199);
  expect(has(left, "/articles/7/")).toBe(false);
  expect(without(left, "/articles/7/")).toEqual(left);
});

test("where there is no storage nothing is kept, and nothing breaks", () => {
  expect(globalThis.localStorage).toBeUndefined();
  expect(readKept()).toEqual({ theme: "", saved: [], read: [], places: [] });
  expect(keep({ theme: "dark" })).toBe(false);
});
