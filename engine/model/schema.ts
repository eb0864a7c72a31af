import { z } from "zod";
import {
  day,
  distinct,
  field,
  reference,
  siteAddress,
  tag,
  text,
  webAddress,
} from "./fields.ts";

/**
 * What a picture's path becomes: `check` keeps the text, Astro's `image()` makes it a picture with its size. Both have
 * the same input, so a front matter that passes one passes the other.
 */
export type ToPicture<T extends z.ZodType> = () => T;
export const pathOnly = () => z.string();

const aDay = {
  is: "a day like 2026-02-28, or an instant with its zone",
  example: "2026-02-28",
};

/** A picture that stands beside the article, and what it shows for whoever cannot see it. */
export const picture = <T extends z.ZodType>(toPicture: ToPicture<T>) =>
  z.strictObject({
    image: field(toPicture(), {
      is: "the path of a picture beside this file",
      write: "Write its path from here, like ./cover.png.",
      example: "./cover.png",
    }),
    alt: field(text(300, true), {
      is: "what the picture shows, in words",
      write:
        'Write what a reader who cannot see it should know, or alt: "" when it says nothing.',
      example: "A pan with a long handle and a lid.",
    }),
    caption: field(text(300), {
      is: "a line under the picture",
      write: "Write one line, or take the field out.",
      example: "The pan after its first winter.",
    }).optional(),
  });

/** The front matter of an article: `src/content/articles/<slug>.md`, `.mdx` or `<slug>/index.md(x)`. */
export const articleSchema = <T extends z.ZodType>(toPicture: ToPicture<T>) =>
  z.strictObject({
    title: field(text(120), {
      is: "a headline of 1 to 120 characters",
      write:
        "Write the headline; in quotes if it has a colon or is only a number.",
      example: "Steel or cast iron? The two kinds of pan",
    }),
    description: field(text(300), {
      is: "one to three sentences, 300 characters at most, that stand alone in a feed reader",
      write: "Write what the reader will know afterwards.",
      example: "Which pan to buy first, and what each of the two asks of you.",
    }),
    pubDate: field(day(), {
      ...aDay,
      write: "Write the day the article appears, like 2026-02-28.",
    }),
    updatedDate: field(day(), {
      ...aDay,
      write:
        "Write the day of the last change, like 2026-02-28, or take the field out.",
    }).optional(),
    category: field(reference("categories"), {
      is: "the name of a file in src/content/categories/",
      write: "Write the name of one category, like equipment.",
      example: "equipment",
    }),
    tags: field(
      distinct(
        field(tag(), {
          is: "a tag of lower-case words with hyphens",
          write: "Write it like slow-cooking.",
          example: "slow-cooking",
        }),
        10,
      ),
      {
        is: "a list of tags, each once",
        write: "Write each tag once, on a line of its own that begins with -.",
        example: ["baking", "slow-cooking"],
      },
    ).default([]),
    draft: field(z.boolean(), {
      is: "true or false",
      write: "Write draft: true until the article is ready, then take it out.",
      example: true,
    }).default(false),
    ads: field(z.boolean(), {
      is: "true or false",
      write: "Write ads: false for an article without any, or take it out.",
      example: false,
    }).default(true),
    authors: field(distinct(reference("authors")).min(1, "It is empty."), {
      is: "a list of names of files in src/content/authors/",
      write:
        "Write one author a line, or take the field out for the site's own.",
      example: ["ada-miller"],
    }).optional(),
    cover: field(picture(toPicture), {
      is: "a picture with its words: image, alt and perhaps caption",
      write:
        "Write image: and alt: under cover:, each on a line of its own, two spaces in.",
      example: { image: "./cover.png", alt: "A pan on a stove." },
    }).optional(),
    series: field(
      z.strictObject({
        id: field(reference("series"), {
          is: "the name of a file in src/content/series/",
          write: "Write the name of one series, like before-you-buy.",
          example: "before-you-buy",
        }),
        part: field(z.int().min(1, "Parts are counted from 1."), {
          is: "a whole number from 1",
          write: "Write which part this is, like 2.",
          example: 2,
        }),
      }),
      {
        is: "which series, and which part of it: id and part",
        write:
          "Write id: and part: under series:, each on a line of its own, two spaces in.",
        example: { id: "before-you-buy", part: 2 },
      },
    ).optional(),
    reviewedDate: field(day(), {
      ...aDay,
      write: "Write the day the facts were last checked, like 2026-02-28.",
    }).optional(),
    reviewBy: field(day(), {
      ...aDay,
      write: "Write the day the facts are due for checking, like 2026-02-28.",
    }).optional(),
    supersededBy: field(reference("articles"), {
      is: "the name of the article that replaces this one",
      write: "Write the other article's file name without its ending.",
      example: "steel-or-cast-iron",
    }).optional(),
    related: field(distinct(reference("articles"), 3), {
      is: "a list of up to three articles to read next",
      write:
        "Write their file names without the endings, one a line; [] for none; or take it out: then they are found by what they share.",
      example: ["steel-or-cast-iron", "sharpen-a-knife"],
    }).optional(),
    sources: field(
      z.array(
        z.strictObject({
          title: field(text(200), {
            is: "the name of the source",
            write: "Write what the page is called.",
            example: "How to season a pan, Example Foundry",
          }),
          url: field(webAddress(), {
            is: "an address on the web",
            write: "Write the whole address, with https://.",
            example: "https://foundry.example/prices",
          }),
          checked: field(day(), {
            ...aDay,
            write: "Write the day you looked, like 2026-02-28.",
          }),
        }),
      ),
      {
        is: "a list of sources, each with title, url and checked",
        write: "Begin each source with - and give it title, url and checked.",
        example: [
          {
            title: "Price list, Example Foundry",
            url: "https://foundry.example/prices",
            checked: "2026-11-21",
          },
        ],
      },
    ).default([]),
    canonicalUrl: field(webAddress(), {
      is: "the address where the article first appeared",
      write: "Write the whole address, with https://, or take the field out.",
      example: "https://example.org/steel-or-cast-iron",
    }).optional(),
    aliases: field(
      distinct(
        field(siteAddress(), {
          is: "an old address on this site",
          write: "Write it from the root, like /two-kinds-of-pan/.",
          example: "/two-kinds-of-pan/",
        }),
      ),
      {
        is: "a list of old addresses on this site that lead here",
        write: "Write one address a line, from the root, like /old-title/.",
        example: ["/two-kinds-of-pan/"],
      },
    ).default([]),
    id: field(
      z
        .string()
        .regex(
          /^[a-zA-Z][a-zA-Z0-9+.-]*:\S{1,200}$/,
          "It is not a permanent id: a scheme, a colon and a name without spaces.",
        ),
      {
        is: "the permanent id of the article in feeds",
        write: "Leave it as it was first published: readers know it by this.",
        example: "tag:example.org,2026:/articles/steel-or-cast-iron/",
      },
    ).optional(),
    featured: field(z.boolean(), {
      is: "true or false",
      write: "Write featured: true to lead the home page, or take it out.",
      example: true,
    }).default(false),
    toc: field(z.boolean(), {
      is: "true or false",
      write: "Write toc: false to hide the table of contents.",
      example: false,
    }).default(true),
    cta: field(reference("calls-to-action"), {
      is: "the name of a file in src/content/calls-to-action/",
      write: "Write the name of one call to action, like feed.",
      example: "feed",
    }).optional(),
    kicker: field(text(40), {
      is: "a short label above the title",
      write: "Write a word or two, or take it out for the category's title.",
      example: "Field note",
    }).optional(),
  });
