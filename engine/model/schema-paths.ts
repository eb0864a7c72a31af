import { z } from "zod";
import type { Contract } from "./fields.ts";

/** A path in front matter: field names and list indices. */
export type Path = readonly (string | number)[];

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
  return inner instanceof z.ZodUnion
    ? (Object.assign(
        {},
        ...inner.options.map((option) => shapeAt(option as z.ZodType, [])),
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
      : inner instanceof z.ZodRecord
        ? (inner.valueType as z.ZodType)
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

/** A field whose values name files: its path, with "*" for the items of a list or record around it. */
export type Reference = { path: string[]; collection: string };

export function listReferences(
  schema: z.ZodType,
  path: string[] = [],
): Reference[] {
  const { fileOf } = schema.meta() ?? {};
  if (fileOf) return [{ path, collection: fileOf }];
  const inner = unwrap(schema, false);
  if (inner !== schema) return listReferences(inner, path);
  if (inner instanceof z.ZodArray) {
    const item = inner.element as z.ZodType;
    // A list of names counts as the field that holds it.
    const names = listReferences(item, path);
    return names[0]?.path === path
      ? names
      : listReferences(item, [...path, "*"]);
  }
  if (inner instanceof z.ZodRecord)
    return listReferences(inner.valueType as z.ZodType, [...path, "*"]);
  return Object.entries(shapeAt(inner, []) ?? {}).flatMap(([name, field]) =>
    listReferences(field as z.ZodType, [...path, name]),
  );
}

/** The values at a path with "*", and their own paths. */
export const valuesAt = (
  data: unknown,
  [part, ...rest]: readonly (string | number)[],
  path: Path = [],
): { value: unknown; path: Path }[] =>
  part === undefined
    ? [{ value: data, path }]
    : typeof data !== "object" || data === null
      ? []
      : part === "*"
        ? Object.entries(data).flatMap(([key, item]) =>
            valuesAt(item, rest, [
              ...path,
              Array.isArray(data) ? Number(key) : key,
            ]),
          )
        : valuesAt((data as Record<string | number, unknown>)[part], rest, [
            ...path,
            part,
          ]);
