import { z } from "zod";
import type { Contract } from "./fields.ts";

/** A path in front matter: field names and list indices. */
export type Path = readonly (string | number)[];

/** Reads a path in front matter. */
export const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      (value as Record<string | number, unknown> | null | undefined)?.[part],
    data,
  );

/** ["sources", 0, "url"] → "sources[1].url", counted from 1. */
export const toName = (path: Path): string =>
  path
    .map((part, index) =>
      typeof part === "number" ? `[${part + 1}]` : `${index ? "." : ""}${part}`,
    )
    .join("");

/** The schema at a path, without its optional and default wrappers. */
function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema;
  for (const part of path) {
    while (here instanceof z.ZodOptional || here instanceof z.ZodDefault)
      here = here.unwrap() as z.ZodType;
    here = (
      here instanceof z.ZodArray
        ? here.element
        : here instanceof z.ZodObject
          ? here.shape[part]
          : undefined
    ) as z.ZodType | undefined;
  }
  while (
    here &&
    !here.meta()?.is &&
    (here instanceof z.ZodOptional || here instanceof z.ZodDefault)
  )
    here = here.unwrap() as z.ZodType;
  return here;
}

export const shapeAt = (schema: z.ZodType, path: Path) => {
  const here = schemaAt(schema, path);
  const inner =
    here instanceof z.ZodOptional || here instanceof z.ZodDefault
      ? (here.unwrap() as z.ZodType)
      : here;
  if (inner instanceof z.ZodDiscriminatedUnion)
    return Object.assign(
      {},
      ...inner.options.map((option) => (option as z.ZodObject).shape),
    ) as z.ZodObject["shape"];
  return inner instanceof z.ZodObject ? inner.shape : undefined;
};

/** The messages of the field at a path, or of its nearest ancestor. */
export function contractAt(schema: z.ZodType, path: Path): Contract {
  for (let depth = path.length; depth > 0; depth--) {
    const meta = schemaAt(schema, path.slice(0, depth))?.meta();
    if (meta?.is && meta.write) return meta as Contract;
  }
  throw new Error(
    `The field ${path.join(".")} has no words for a writer: give it some with field().`,
  );
}
