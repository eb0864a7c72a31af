import { z } from "zod";
import { own, placeOf } from "#own-collections.ts";
import { collectionsFile } from "#site-source.ts";
import { addresses } from "#urls.ts";
import {
  checkDefinitions,
  type DefinitionProblem,
  type Definitions,
} from "./definitions.ts";
import {
  anyAddress,
  distinct,
  field,
  fileOf,
  tag,
  text,
  webAddress,
} from "./fields.ts";
import { ownNames } from "./own-names.ts";
import { articleSchema, picture, type ToPicture } from "./schema.ts";

const title = field(text(120), {
  is: "a title of 1 to 120 characters",
  write: "Write a title; in quotes if it has a colon or is only a number.",
  example: "Equipment",
});
const description = field(text(300), {
  is: "one or two sentences, at most 300 characters",
  write: "Write what a reader finds here.",
  example:
    "What a kitchen needs, what it can do without, and what each asks of you.",
});

const titled = () => z.strictObject({ title, description });

export const callToActionSchema = <T extends z.ZodType>(
  toPicture: ToPicture<T>,
) =>
  z.strictObject({
    heading: field(text(120), {
      is: "a heading of 1 to 120 characters",
      write: "Write what the reader gets.",
      example: "New articles, as they appear",
    }),
    text: field(text(300), {
      is: "one or two sentences, at most 300 characters",
      write: "Write why, in plain words.",
      example: "Follow by feed reader. No address asked, nothing tracked.",
    }),
    link: field(anyAddress(), {
      is: "an address on this site or a web address",
      write: "Write it like /rss.xml, or in full with https://.",
      example: "/rss.xml",
    }),
    label: field(text(60), {
      is: "the text of the link",
      write: "Write what happens next, like Copy the feed's address.",
      example: "Open the feed",
    }),
    picture: field(picture(toPicture).omit({ caption: true }), {
      is: "a picture: image and alt",
      write:
        "Write image: and alt: under picture:, each on its own line, indented by two spaces.",
      example: {
        image: "./cookbook.png",
        alt: "The cookbook, open at a recipe.",
      },
    }).optional(),
    categories: field(distinct(fileOf("categories")), {
      is: "a list of names of files in src/content/categories/",
      write:
        "Write the categories whose articles may advertise it, each on its own line, starting with -.",
      example: ["equipment"],
    }).default([]),
    tags: field(distinct(tag()), {
      is: "a list of tags, each once",
      write:
        "Write the tags whose articles may advertise it, each on its own line, starting with -.",
      example: ["baking", "slow-cooking"],
    }).default([]),
  });

const engineCollections = {
  articles: articleSchema,
  categories: () =>
    z.strictObject({
      title,
      description,
      hue: field(
        z
          .int()
          .multipleOf(30, "It is not in steps of 30.")
          .min(0, "It is below 0.")
          .max(330, "It is above 330."),
        {
          is: "one of twelve hues (OKLCH): a whole number from 0 to 330 in steps of 30",
          write: "Write the category's colour as a hue, like 150 for green.",
          example: 150,
        },
      ),
      order: field(z.int(), {
        is: "a whole number; lower numbers come first",
        write: "Write the category's position in lists, like 1.",
        example: 1,
      }),
    }),
  tags: titled,
  authors: () =>
    z.strictObject({
      name: field(text(120), {
        is: "the name as readers see it",
        write: "Write the name.",
        example: "Ada Miller",
      }),
      description: description.optional(),
      url: field(webAddress(), {
        is: "the author's own website",
        write: "Write the full address, with https://, or remove it.",
        example: "https://example.org/",
      }).optional(),
    }),
  series: titled,
  "calls-to-action": callToActionSchema,
  pages: titled,
} satisfies Record<
  string,
  <T extends z.ZodType>(toPicture: ToPicture<T>) => z.ZodObject
>;

/** The name of a collection of the engine; at run time also one of `ownCollections`. */
export type CollectionName = keyof typeof engineCollections;
/** The collections that every publication has. */
export const engineNames = Object.keys(engineCollections) as CollectionName[];

const engineNouns: Record<CollectionName, string> = {
  articles: "article",
  categories: "category",
  tags: "tag",
  authors: "author",
  series: "series",
  "calls-to-action": "call to action",
  pages: "page",
};

/** Ends the process if there are problems: nothing works without the collections. */
export function refuseDefinitions(problems: DefinitionProblem[]): void {
  for (const { path, problem } of problems) {
    const { line, column } = placeOf(path);
    console.error(`${collectionsFile}:${line}:${column}\n  ${problem}`);
  }
  if (problems.length > 0) process.exit(1);
}
refuseDefinitions(checkDefinitions(own, engineNouns));

/** The publication's own collections. */
export const ownCollections = own as Definitions;
/** The folder of a collection in `src/content/`. */
export const folderOf = (name: string): string =>
  ownCollections[name]?.folder ?? name;
const toOwn = <T>(
  of: (definition: Definitions[string]) => T,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(ownCollections).map(([name, definition]) => [
      name,
      of(definition),
    ]),
  );
for (const [name, { title, address }] of Object.entries(ownCollections))
  ownNames.set(name, { title, hasPages: address !== undefined });

/**
 * The collections in `src/content/` and their schemas. Each file is Markdown with front matter, and its name is its id.
 */
export const collections: typeof engineCollections = {
  ...engineCollections,
  ...toOwn(
    ({ schema }) =>
      () =>
        schema,
  ),
};
export const collectionNames = Object.keys(collections) as CollectionName[];

/** A collection's name in a message, for one of its files. */
export const nouns: typeof engineNouns = {
  ...engineNouns,
  ...toOwn(({ noun }) => noun),
};

/** The page where a file of a collection can be seen. */
export const pageOf: Partial<Record<CollectionName, (id: string) => string>> = {
  articles: addresses.article,
  categories: addresses.category,
  tags: addresses.tag,
  authors: addresses.author,
  series: addresses.series,
  pages: addresses.page,
  ...toOwn(({ address }) => address),
};
