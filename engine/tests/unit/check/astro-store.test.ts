import { expect, test } from "vitest";
import { isForeign, toStoredCollections } from "#check/astro-store.ts";

/** Astro's module: maps by collection name, flattened by devalue, in which a number is the index of a value. */
const toModule = (...names: string[]) =>
  `export default JSON.parse(${JSON.stringify(
    JSON.stringify([
      ["Map", ...names.flatMap((_, at) => [2 * at + 1, 2 * at + 2])],
      ...names.flatMap((name) => [name, ["Map"]]),
    ]),
  )})`;

test("the collections in Astro's store are known, and which are the publication's own", () => {
  const names = toStoredCollections(
    toModule("meta::meta", "articles", "recipes"),
  );
  expect(names).toEqual(["articles", "recipes"]);
  expect(names.filter(isForeign)).toEqual(["recipes"]);
});

test("a store in another form has no known collections", () => {
  expect(toStoredCollections("export default new Map()")).toEqual([]);
});
