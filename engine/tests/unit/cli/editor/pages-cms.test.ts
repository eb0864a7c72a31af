import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { z } from "zod";
import { collectionNames, collections } from "#model/collections.ts";
import { pathOnly } from "#model/schema.ts";
import { getFields, type Field } from "#cli/editor/fields.ts";
import { generateFiles } from "#cli/editor/products.ts";
import { makeContent } from "../../../support/fixture.ts";

type Entry = {
  name: string;
  type: string;
  required?: boolean;
  default?: unknown;
  list?: boolean;
  pattern?: { regex: string };
  options?: { values?: string[]; format?: string; media?: string };
  fields?: Entry[];
};
type Collection = Entry & { path: string; filename: unknown; fields: Entry[] };
const generated = await generateFiles(
  makeContent([
    [
      "categories/baking.md",
      "---\ntitle: Baking\ndescription: Bread.\nhue: 0\norder: 2\n---\n",
    ],
  ]),
);
const config = parse(
  generated.find(({ file }) => file === ".pages.yml")?.text ?? "",
) as {
  media: { name: string; input: string; output: string }[];
  content: Collection[];
};

const entry = (collection: string, ...path: string[]): Entry | undefined =>
  path.reduce<Entry | undefined>(
    (here, name) => here?.fields?.find((field) => field.name === name),
    config.content.find(({ name }) => name === collection),
  );

test("every collection is there, in its folder", () => {
  expect(config.content.map(({ name, path }) => [name, path])).toEqual(
    collectionNames.map((name) => [name, `src/content/${name}`]),
  );
});

describe.each(collectionNames)("the form for %s", (collection) => {
  const shape: Record<string, z.ZodType> =
    collections[collection](pathOnly).shape;

  test("has every field and the text: the CMS drops what its form does not have", () => {
    const names = (fields: Field[], entries: Entry[] = []): void => {
      expect(entries.map(({ name }) => name)).toEqual(
        fields.map(({ name }) => name),
      );
      for (const [index, field] of fields.entries())
        if (field.fields.length > 0)
          names(field.fields, entries[index]!.fields);
    };
    const form = entry(collection)!.fields!;
    expect(form.at(-1)).toMatchObject({ name: "body", type: "code" });
    names(getFields(collection), form.slice(0, -1));
  });

  test("asks for what must be there, and changes nothing that was not written", () => {
    for (const { name, required, type, default: value } of entry(collection)!
      .fields!) {
      if (name === "body") continue;
      const { success, data } = shape[name]!.safeParse(undefined);
      expect({ name, required }).toEqual({
        name,
        required: success ? undefined : true,
      });
      // A switch without a default would be written as false into every file that is saved.
      if (type === "boolean")
        expect({ name, value }).toEqual({ name, value: data });
      else expect(value).toBeUndefined();
    }
  });

  test("offers the names of a collection that there is", () => {
    const named = (fields: Field[]): unknown[] =>
      fields.flatMap(({ collection: one, item, fields: inner }) => [
        one ?? item?.collection,
        ...named(inner),
      ]);
    expect([...collectionNames, undefined]).toEqual(
      expect.arrayContaining(named(getFields(collection))),
    );
  });

  test("takes the example of every field", () => {
    const check = (fields: Field[], parents: string[] = []): void => {
      for (const { name, example, item, fields: inner } of fields) {
        const path = [...parents, name];
        const regex = entry(collection, ...path)?.pattern?.regex;
        for (const value of item ? (example as string[]) : [example])
          if (regex) expect(value).toMatch(new RegExp(regex));
        check(inner, path);
      }
    };
    check(getFields(collection));
  });
});

test("what need not be there may be left empty", () => {
  for (const { name, fields } of config.content)
    for (const { required, list, pattern } of fields)
      if (!required && !list && pattern)
        expect("", name).toMatch(new RegExp(pattern.regex));
});

test("each field is put in as what it is", () => {
  const type = (...path: string[]) => entry("articles", ...path)?.type;
  expect(type("title")).toBe("string");
  expect(type("description")).toBe("text");
  expect(entry("articles", "pubDate")).toMatchObject({
    type: "date",
    options: { format: "yyyy-MM-dd" },
  });
  expect(entry("articles", "category")).toMatchObject({
    type: "select",
    options: {
      values: ["baking", "work"],
    },
  });
  expect(entry("articles", "authors")).toMatchObject({
    type: "select",
    options: { multiple: true, values: ["saucepan"] },
  });
  expect(entry("articles", "tags")).toMatchObject({
    type: "string",
    list: true,
  });
  expect(entry("articles", "sources")).toMatchObject({
    type: "object",
    list: true,
  });
  expect(entry("articles", "series", "part")).toMatchObject({
    type: "number",
    options: { min: 1 },
  });
  expect(type("sources", "checked")).toBe("date");
  // A list of all articles would be old with the next one.
  expect(type("supersededBy")).toBe("string");
  expect(entry("articles", "related")).toMatchObject({
    type: "string",
    list: true,
  });
});

test("a picture is uploaded beside the text that shows it", () => {
  for (const [collection, field] of [
    ["articles", "cover"],
    ["calls-to-action", "picture"],
  ] as const) {
    const image = entry(collection, field, "image");
    expect(image).toMatchObject({
      type: "image",
      options: { media: collection },
    });
    const media = config.media.find(({ name }) => name === collection)!;
    const path = entry(collection) as Collection;
    expect(join(path.path, media.output)).toBe(media.input);
    // What the CMS takes for a path: no slash at its end, and more than one sign.
    expect(media.output).toMatch(/^\/?[^/].*[^/]$/);
  }
});
