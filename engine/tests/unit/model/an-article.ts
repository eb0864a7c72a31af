import {
  toArticle,
  type Article,
  type Names,
  type StoredArticle,
  type Topic,
} from "#model/article.ts";
import { articleSchema, pathOnly } from "#model/schema.ts";

const topic = (slug: string, title: string): Topic => ({
  slug,
  address: `/${slug}/`,
  title,
  description: `${title}.`,
});

/** What the articles below may name. */
export const names: Names = {
  categories: new Map([
    ["work", { ...topic("work", "Work"), hue: 240, order: 1 }],
  ]),
  tags: new Map([["baking", topic("baking", "Baking, from inside")]]),
  authors: new Map([
    ["saucepan", topic("saucepan", "Saucepan")],
    ["guest", topic("guest", "A guest")],
  ]),
  series: new Map([["ladder", topic("ladder", "The ladder")]]),
  "calls-to-action": new Map(
    ["feed", "ebook"].map((name) => [
      name,
      {
        heading: name,
        text: name,
        link: "/rss.xml",
        label: name,
        categories: [],
        tags: [],
      },
    ]),
  ),
};

/** Made once: making a schema takes longer than using it. */
const schema = articleSchema(pathOnly);

/** An article's data as the library stores it, from front matter that has been through the schema. */
export function aStoredArticle(
  fields: Record<string, unknown> = {},
): StoredArticle {
  const { cover: _, ...data } = schema.parse({
    title: "A title",
    description: "What a reader of this article will know afterwards.",
    pubDate: "2026-01-02",
    category: "work",
    ...fields,
  });
  return {
    ...data,
    body: {
      file: "a-title.md",
      format: "md",
      digest: "",
      words: 2,
      diagnostics: [],
      callsToAction: [],
      pictures: [],
    },
  };
}

export const anArticle = (
  slug = "a-title",
  fields: Record<string, unknown> = {},
): Article =>
  toArticle(
    slug,
    aStoredArticle(fields),
    names,
    new Date("2026-06-15T12:00:00Z"),
  );
