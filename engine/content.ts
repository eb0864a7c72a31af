import { defineCollection, type SchemaContext } from "astro/content/config";
import { z } from "zod";
import { bodySchema } from "./model/body.ts";
import {
  collections as schemas,
  ownCollections,
  type CollectionName,
} from "./model/collections.ts";
import { contentLoader } from "./check/loader.ts";

const define = <T extends z.ZodRawShape>(
  name: CollectionName,
  toSchema: (image: SchemaContext["image"]) => z.ZodObject<T, z.core.$strict>,
) =>
  defineCollection({
    loader: contentLoader(name),
    schema: ({ image }) =>
      z.strictObject({ ...toSchema(image).shape, body: bodySchema(image) }),
  });

/** An entry of an own collection: `check` has parsed its fields. */
const defineOwn = (name: string) =>
  defineCollection({
    loader: contentLoader(name as CollectionName),
    schema: ({ image }) =>
      z.object({
        fields: z.record(z.string(), z.unknown()),
        page: z.unknown(),
        body: bodySchema(image),
      }),
  });

const engine = {
  articles: define("articles", schemas.articles),
  categories: define("categories", schemas.categories),
  tags: define("tags", schemas.tags),
  authors: define("authors", schemas.authors),
  series: define("series", schemas.series),
  "calls-to-action": define("calls-to-action", schemas["calls-to-action"]),
  pages: define("pages", schemas.pages),
};

export const collections: typeof engine = {
  ...engine,
  ...Object.fromEntries(
    Object.keys(ownCollections).map((name) => [name, defineOwn(name)]),
  ),
};
