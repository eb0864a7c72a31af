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

/** A schema without its optional and default wrappers: the first with messages, or the innermost. */
const unwrap = (schema: z.ZodType, needsWords: boolean): z.ZodType =>
  (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) &&
  !(needsWords && schema.meta()?.is)
    ? unwrap(schema.unwrap() as z.ZodType, needsWords)
    : schema;

/** The fields of a schema at a path; those of all its forms if it has several. */
export function shapeAt(
  schema: z.ZodType,
  path: Path,
): z.ZodObject["shape"] | undefined {
  const found = schemaAt(schema, path);
  const inner = found && unwrap(found, false);
  return inner instanceof z.ZodDiscriminatedUnion
    ? (Object.assign(
        {},
        ...inner.options.map((option) => (option as z.ZodObject).shape),
      ) as z.ZodObject["shape"])
    : inner instanceof z.ZodObject
      ? inner.shape
      : undefined;
}

const schemaAt = (schema: z.ZodType, path: Path): z.ZodType | undefined =>
  path.reduce<z.ZodType | undefined>((here, part) => {
    const inner = here && unwrap(here, false);
    return inner instanceof z.ZodArray
      ? (inner.element as z.ZodType)
      : inner && (shapeAt(inner, [])?.[part] as z.ZodType | undefined);
  }, schema);

/** The messages of the field at a path, or of its nearest ancestor. */
export function contractAt(schema: z.ZodType, path: Path): Contract {
  for (let depth = path.length; depth > 0; depth--) {
    const found = schemaAt(schema, path.slice(0, depth));
    const meta = found && unwrap(found, true).meta();
    if (meta?.is && meta.write) return meta as Contract;
  }
  throw new Error(`The field ${path.join(".")} needs messages: use field().`);
}
