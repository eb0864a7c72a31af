import { defineCollection, type SchemaContext } from "astro:content";
import { collections as schemas } from "./model/collections.ts";
import { bodySchema } from "./model/body.ts";
import { contentLoader } from "./check/loader.ts";

const body = (image: SchemaContext["image"]) => ({ body: bodySchema(image) });

export const collections = {
  articles: defineCollection({
    loader: contentLoader("articles"),
    schema: ({ image }) => schemas.articles(image).extend(body(image)),
  }),
  categories: defineCollection({
    loader: contentLoader("categories"),
    schema: ({ image }) => schemas.categories().extend(body(image)),
  }),
  tags: defineCollection({
    loader: contentLoader("tags"),
    schema: ({ image }) => schemas.tags().extend(body(image)),
  }),
  authors: defineCollection({
    loader: contentLoader("authors"),
    schema: ({ image }) => schemas.authors().extend(body(image)),
  }),
  series: defineCollection({
    loader: contentLoader("series"),
    schema: ({ image }) => schemas.series().extend(body(image)),
  }),
  "calls-to-action": defineCollection({
    loader: contentLoader("calls-to-action"),
    schema: ({ image }) =>
      schemas["calls-to-action"](image).extend(body(image)),
  }),
  pages: defineCollection({
    loader: contentLoader("pages"),
    schema: ({ image }) => schemas.pages().extend(body(image)),
  }),
};
