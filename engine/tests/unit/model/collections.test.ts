import { describe, expect, test } from "vitest";
import { z } from "zod";
import { engineNames, collections } from "#model/collections.ts";
import { pathOnly } from "#model/schema.ts";

/** A schema without what makes it optional. */
const bare = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? bare(schema.unwrap() as z.ZodType)
    : schema;

/** Every field that a writer can write, the nested ones too: "sources.url". */
function fieldsOf(schema: z.ZodType): [name: string, field: z.ZodType][] {
  const inner = bare(schema);
  if (inner instanceof z.ZodArray) return fieldsOf(inner.element as z.ZodType);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries<z.ZodType>(inner.shape).flatMap(([name, field]) => [
    [name, bare(field)],
    ...fieldsOf(field).map(([nested, inside]): [string, z.ZodType] => [
      `${name}.${nested}`,
      inside,
    ]),
  ]);
}

describe.each(engineNames)("in %s", (collection) => {
  const schema = collections[collection](pathOnly);

  test.each(fieldsOf(schema))(
    "%s has words for a writer and an example that passes",
    (_, field) => {
      const { is, write, example } = field.meta() ?? {};
      expect(is).toMatch(/\S/);
      expect(write).toMatch(/^[A-Z].*\.$/);
      expect(field.safeParse(example).error).toBeUndefined();
    },
  );

  test("an unknown field is refused", () => {
    expect(schema.safeParse({ nobody: 1 }).error?.issues).toContainEqual(
      expect.objectContaining({ code: "unrecognized_keys", keys: ["nobody"] }),
    );
  });
});

test("no message scolds or apologises", () => {
  const words = engineNames
    .flatMap((name) => fieldsOf(collections[name](pathOnly)))
    .flatMap(([, field]) => [field.meta()?.is, field.meta()?.write])
    .join("\n");
  expect(words).not.toMatch(/invalid|illegal|required|please|sorry|oops/i);
});
