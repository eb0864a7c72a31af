import { z } from "zod";
import { isReserved } from "#urls.ts";
import { slugForm } from "./fields.ts";
import { contractAt, listReferences } from "./schema-paths.ts";
import { toHint, toSuggestion } from "./suggestion.ts";

/** What lists, share images and copies say of an entry. */
export type About = {
  title: string;
  /** One or two sentences. */
  description: string;
  /** The label above the title. */
  kicker?: string | undefined;
};

/** A kind of content that a publication has of its own: one folder of `src/content/`. */
export type Definition<Schema extends z.ZodObject = z.ZodObject> = {
  /** One file of it, in messages and in the names of its rules: "tool". */
  noun: string;
  /** Where its files are in `src/content/`, if in a folder of another kind's: "tools/makers". Otherwise in one of its name. */
  folder?: string;
  /** Its name for readers, as a heading: "Tools". */
  title: string;
  /** The front matter: `z.strictObject()`, its fields with messages from `field()`. */
  schema: Schema;
  /** The address of an entry's page, like `/tools/${id}/`, if it has one. */
  address?: (id: string) => string;
  /** Required for entries with pages. */
  about?: (fields: z.output<Schema>) => About;
  /** Ids on every entry's page that links may lead to, besides those of headings in its text. */
  anchors?: readonly string[];
  rules?: readonly object[];
};

export type Definitions = Record<string, Definition>;

const keys: Record<keyof Definition, true> = {
  noun: true,
  folder: true,
  title: true,
  schema: true,
  address: true,
  about: true,
  anchors: true,
  rules: true,
};

/** A problem with a definition, and the path of its key. */
export type DefinitionProblem = { path: (string | number)[]; problem: string };

/**
 * Checks what `src/collections.ts` exports.
 * @param nouns of the engine's collections, by name
 */
export function checkDefinitions(
  own: unknown,
  nouns: Readonly<Record<string, string>>,
): DefinitionProblem[] {
  if (typeof own !== "object" || own === null)
    return [
      {
        path: [],
        problem:
          "This file exports no collections: write export const collections = { … };",
      },
    ];
  const problems: DefinitionProblem[] = [];
  const taken = new Set(Object.values(nouns));
  for (const [name, definition] of Object.entries(own) as [
    string,
    Partial<Definition>,
  ][]) {
    const refuse = (problem: string, ...path: string[]) =>
      void problems.push({ path: [name, ...path], problem });
    const { noun, folder, title, schema, address, about } = definition;
    for (const key of Object.keys(definition))
      if (!(key in keys))
        refuse(
          `"${key}" is not used.${toHint(toSuggestion(key, Object.keys(keys)))}`,
          key,
        );
    if (!slugForm.test(name) || name in nouns)
      refuse(
        name in nouns
          ? `"${name}" is a collection of the engine: choose another name.`
          : `"${name}" is the name of a folder: write it in lower-case words with hyphens.`,
      );
    if (typeof noun !== "string" || !slugForm.test(noun.replaceAll(" ", "-")))
      refuse("noun: write what one file of it is, like tool.", "noun");
    else if (taken.has(noun))
      refuse(`noun: "${noun}" is taken: choose another word.`, "noun");
    else taken.add(noun);
    const [parent = "", inner = "", ...more] = String(folder).split("/");
    const around = (own as Partial<Definitions>)[parent];
    if (
      folder !== undefined &&
      (!around || around.folder || !slugForm.test(inner) || more.length > 0)
    )
      refuse(
        "folder: write the folder of another collection of this file, and one within it, like tools/makers.",
        "folder",
      );
    if (typeof title !== "string")
      refuse("title: write its name for readers, like Tools.", "title");
    if (address && !isAddress(address))
      refuse(
        "address: return an address with the id that the engine does not use, like `/tools/${id}/`.",
        "address",
      );
    if (address && typeof about !== "function")
      refuse(
        "about: return the title and the description of an entry's page.",
        "about",
      );
    for (const { field, problem } of checkSchema(schema, {
      ...nouns,
      ...own,
    }))
      refuse(`schema: ${problem}`, "schema", ...(field ? [field] : []));
  }
  return problems;
}

function isAddress(address: (id: string) => string): boolean {
  const made = address("an-id");
  const [, first = ""] = made.split("/");
  return (
    /^(?:\/[\w-]+)+\/$/.test(made) &&
    made.includes("an-id") &&
    !first.includes("an-id") &&
    !isReserved(first)
  );
}

function checkSchema(
  schema: unknown,
  known: object,
): { field?: string; problem: string }[] {
  if (
    !(schema instanceof z.ZodObject) ||
    !(schema.def.catchall instanceof z.ZodNever)
  )
    return [
      {
        problem:
          "write z.strictObject({ … }), with z from gatepost/own-content.ts.",
      },
    ];
  const named = listReferences(schema).flatMap(({ path, collection }) => {
    if (collection in known) return [];
    const [field = ""] = path;
    const problem = `${field} names a file of "${collection}", which is no collection.${toHint(toSuggestion(collection, Object.keys(known)))}`;
    return { field, problem };
  });
  const unfit = Object.entries(schema.shape).flatMap(([field, part]) => {
    try {
      contractAt(schema, [field]);
      z.toJSONSchema(part as z.ZodType, { io: "output" });
      return [];
    } catch (error) {
      const { message } = error as Error;
      return {
        field,
        problem: message.startsWith("The field")
          ? message
          : `${field}: ${message}. JSON must hold its values: write a date as text, with day().`,
      };
    }
  });
  return [...named, ...unfit];
}
