import { z } from "zod";
import { collections, type CollectionName } from "#model/collections.ts";

/** A field of a collection as plain data: its rule as JSON Schema says it, and the words of its contract. */
export type Field = {
  name: string;
  isNeeded: boolean;
  type: "string" | "boolean" | "integer" | "array" | "object";
  is: string;
  write: string;
  example: unknown;
  default?: unknown;
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  /** What its type does not say. */
  kind?: "day" | "picture";
  /** Whose files it names. */
  collection?: CollectionName;
  /** The fields of an object, or of each object in a list. */
  fields: Field[];
  /** What a list is made of. */
  item?: Field;
};

export type Node = Omit<Field, "name" | "isNeeded" | "fields" | "item"> & {
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
};

/** A collection's schema as JSON Schema, for what a writer types; words and kinds stand in it beside the rules. */
export const toJsonSchema = (collection: CollectionName) =>
  z.toJSONSchema(
    collections[collection](() => z.string().meta({ kind: "picture" })),
    {
      io: "input",
      // zod names the ends of what JavaScript can count, too: no rule of ours.
      override: ({ jsonSchema }) => {
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER)
          delete jsonSchema.minimum;
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER)
          delete jsonSchema.maximum;
      },
    },
  ) as unknown as Node;

/** The fields of a collection in the schema's order. */
export const getFields = (collection: CollectionName): Field[] =>
  toFields(toJsonSchema(collection));

const toFields = ({ properties = {}, required = [] }: Node): Field[] =>
  Object.entries(properties).map(([name, node]) =>
    toField(name, node, required.includes(name)),
  );

const toField = (
  name: string,
  { properties, required, items, ...rest }: Node,
  isNeeded: boolean,
): Field => ({
  ...rest,
  name,
  isNeeded,
  fields: toFields({ ...rest, properties, required, ...items } as Node),
  ...(items && { item: toField(name, items, true) }),
});

/** A field's contract in two sentences: what it is, and what to write. */
export const toSentences = ({ is, write }: Pick<Field, "is" | "write">) =>
  `${is.charAt(0).toUpperCase()}${is.slice(1)}. ${write}`;
