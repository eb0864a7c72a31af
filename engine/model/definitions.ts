import { z } from "zod";
import { isReserved } from "#urls.ts";
import { slugForm } from "./fields.ts";
import { contractAt } from "./schema-paths.ts";

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

/** A problem with a definition, and the path of its key. */
export type DefinitionProblem = { path: string[]; problem: string };

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
    const { noun, title, schema, address, about } = definition;
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
    const problem = checkSchema(schema);
    if (problem) refuse(`schema: ${problem}`, "schema");
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

function checkSchema(schema: unknown): string | undefined {
  if (
    !(schema instanceof z.ZodObject) ||
    !(schema.def.catchall instanceof z.ZodNever)
  )
    return "write z.strictObject({ … }), with z from gatepost/own-content.ts.";
  try {
    for (const name of Object.keys(schema.shape)) contractAt(schema, [name]);
    z.toJSONSchema(schema, { io: "output" });
    return undefined;
  } catch (error) {
    // Content is kept as JSON between builds.
    return (error as Error).message;
  }
}
