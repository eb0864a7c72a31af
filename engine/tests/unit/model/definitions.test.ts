import { expect, test } from "vitest";
import { z } from "zod";
import { checkDefinitions, type Definition } from "#model/definitions.ts";
import { field, text } from "#model/fields.ts";

const name = field(text(20), {
  is: "a name",
  write: "Write a name.",
  example: "A name",
});
const sound: Definition = {
  noun: "lamp",
  title: "Lamps",
  schema: z.strictObject({ name }),
  address: (id) => `/lamps/${id}/`,
  about: () => ({ title: "", description: "" }),
};
/** The problems of a definition with some changes, each with the path of its key. */
const check = (changed: object, collection = "lamps") =>
  checkDefinitions(
    { [collection]: { ...sound, ...changed } },
    { articles: "article" },
  ).map(({ path, problem }) => `${path.join(".")} ${problem}`);

test("a sound definition has no problem, with pages or without", () => {
  expect(check({})).toEqual([]);
  expect(check({ address: undefined, about: undefined })).toEqual([]);
});

test.each<[string, object, RegExp]>([
  ["another noun's", { noun: "article" }, /^lamps\.noun .*"article" is taken/],
  [
    "a key that is not used",
    { anchor: ["price"] },
    /^lamps\.anchor "anchor" is not used\. Did you mean "anchors"\?/,
  ],
  [
    "a folder in none of another collection",
    { folder: "rooms/lamps" },
    /^lamps\.folder .*like tools\/makers/,
  ],
  ["a folder in its own", { folder: "lamps/a" }, /^lamps\.folder /],
  ["a folder that is no text", { folder: 5 }, /^lamps\.folder /],
  ["no noun", { noun: undefined }, /^lamps\.noun /],
  ["no title", { title: undefined }, /^lamps\.title /],
  ["pages of nothing", { about: undefined }, /^lamps\.about /],
  [
    "an address of the engine",
    { address: (id: string) => `/tags/${id}/` },
    /^lamps\.address /,
  ],
  ["one address for all", { address: () => "/lamps/" }, /^lamps\.address /],
  [
    "a schema that lets every field pass",
    { schema: z.object({ name }) },
    /^lamps\.schema .*z\.strictObject/,
  ],
  [
    "a field without messages",
    { schema: z.strictObject({ name: z.string() }) },
    /^lamps\.schema\.name .*The field name needs messages/,
  ],
  [
    "a value that JSON cannot hold",
    {
      schema: z.strictObject({
        lit: field(z.date(), { is: "a day", write: "Write it.", example: "" }),
      }),
    },
    /^lamps\.schema\.lit .*write a date as text/,
  ],
])("%s is refused, with the key", (_, changed, problem) => {
  expect(check(changed)).toEqual([expect.stringMatching(problem)]);
});

test("a folder is one within that of another collection", () => {
  const folderOf = (folder: string) =>
    checkDefinitions(
      { lamps: sound, bulbs: { ...sound, noun: "bulb", folder } },
      {},
    ).map(({ path }) => path.join("."));
  expect(folderOf("lamps/bulbs")).toEqual([]);
  expect(folderOf("lamps/bulbs/led")).toEqual(["bulbs.folder"]);
});

test("a collection has no name of the engine's, and one that a folder can have", () => {
  expect(check({}, "articles")).toEqual([
    'articles "articles" is a collection of the engine: choose another name.',
  ]);
  expect(check({}, "Lamps")).toEqual([
    'Lamps "Lamps" is the name of a folder: write it in lower-case words with hyphens.',
  ]);
  expect(checkDefinitions(undefined, {})).toHaveLength(1);
});
