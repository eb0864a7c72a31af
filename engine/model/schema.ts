import { z } from "zod";
import {
  aliases,
  day,
  distinct,
  field,
  fileOf,
  tag,
  text,
  webAddress,
} from "./fields.ts";

/** Creates the schema of a picture's path: `check` keeps the text, Astro's `image()` loads the picture. */
export type ToPicture<T extends z.ZodType> = () => T;
export const pathOnly = () => z.string();

const date = (write: string) =>
  field(day(), {
    is: "a date like 2026-02-28, or a time with its zone",
    write: `Write ${write}`,
    example: "2026-02-28",
  });

const flag = (write: string, example: boolean) =>
  field(z.boolean(), { is: "true or false", write, example });

export const picture = <T extends z.ZodType>(toPicture: ToPicture<T>) =>
  z.strictObject({
    image: field(toPicture(), {
      is: "the relative path of a picture beside this file",
      write: "Write its path from here, like ./cover.png.",
      example: "./cover.png",
    }),
    alt: field(text(300, true), {
      is: "a description of the picture",
      write:
        'Describe the picture for readers who cannot see it, or write alt: "" if it adds nothing.',
      example: "A pan with a long handle and a lid.",
    }),
    caption: field(text(300), {
      is: "a caption below the picture",
      write: "Write one line, or remove the field.",
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
      is: "one to three sentences that make sense on their own, at most 300 characters",
      write: "Write what the reader will learn.",
      example: "Which pan to buy first, and what each of the two asks of you.",
    }),
    pubDate: date("the publication date, like 2026-02-28."),
    updatedDate: date(
      "the date of the last change, like 2026-02-28, or remove the field.",
    ).optional(),
    category: field(fileOf("categories"), {
      is: "the name of a file in src/content/categories/",
      write: "Write the name of one category, like equipment.",
      example: "equipment",
    }),
    tags: field(
      distinct(
        field(tag(), {
          is: "a tag in lower-case words with hyphens",
          write: "Write it like slow-cooking.",
          example: "slow-cooking",
        }),
        10,
      ),
      {
        is: "a list of tags, each once",
        write: "Write each tag once, on its own line, starting with -.",
        example: ["baking", "slow-cooking"],
      },
    ).default([]),
    draft: flag(
      "Write draft: true until the article is ready, then remove it.",
      true,
    ).default(false),
    listed: flag(
      "Write listed: false for an article that only its link leads to, or remove it.",
      false,
    ).default(true),
    ads: flag(
      "Write ads: false for an article without ads, or remove it.",
      false,
    ).default(true),
    discussion: field(
      z
        .string()
        .regex(
          /^https:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+\/@[\w.@-]+\/\d+$/,
          "It is not the address of a post on Mastodon.",
        ),
      {
        is: "the post on Mastodon whose replies are the article's comments",
        write:
          "Write its address, like https://mastodon.example/@ada/123456, or remove the field.",
        example: "https://mastodon.example/@ada/123456",
      },
    ).optional(),
    authors: field(distinct(fileOf("authors")).min(1, "It is empty."), {
      is: "a list of names of files in src/content/authors/",
      write:
        "Write one author per line, or remove the field to use the site's default.",
      example: ["ada-miller"],
    }).optional(),
    cover: field(picture(toPicture), {
      is: "a picture: image, alt and optionally caption",
      write:
        "Write image: and alt: under cover:, each on its own line, indented by two spaces.",
      example: { image: "./cover.png", alt: "A pan on a stove." },
    }).optional(),
    series: field(
      z.strictObject({
        id: field(fileOf("series"), {
          is: "the name of a file in src/content/series/",
          write: "Write the name of one series, like before-you-buy.",
          example: "before-you-buy",
        }),
        part: field(z.int().min(1, "Part numbers start at 1."), {
          is: "a whole number from 1",
          write: "Write the part number, like 2.",
          example: 2,
        }),
      }),
      {
        is: "a series and a part number: id and part",
        write:
          "Write id: and part: under series:, each on its own line, indented by two spaces.",
        example: { id: "before-you-buy", part: 2 },
      },
    ).optional(),
    reviewedDate: date(
      "the date the facts were last checked, like 2026-02-28.",
    ).optional(),
    reviewBy: date(
      "the date the facts are next due for a check, like 2026-02-28.",
    ).optional(),
    supersededBy: field(fileOf("articles"), {
      is: "the name of the article that replaces this one",
      write: "Write the other article's file name without its extension.",
      example: "steel-or-cast-iron",
    }).optional(),
    related: field(distinct(fileOf("articles"), 3), {
      is: "a list of up to three articles to read next",
      write:
        "Write their file names without extensions, one per line, or [] for none. Remove the field to have them chosen by shared tags.",
      example: ["steel-or-cast-iron", "sharpen-a-knife"],
    }).optional(),
    sources: field(
      z.array(
        z.strictObject({
          title: field(text(200), {
            is: "the name of the source",
            write: "Write the title of the page.",
            example: "How to season a pan, Example Foundry",
          }),
          url: field(webAddress(), {
            is: "a web address",
            write: "Write the full address, with https://.",
            example: "https://foundry.example/prices",
          }),
          checked: date("the date you checked it, like 2026-02-28."),
        }),
      ),
      {
        is: "a list of sources, each with title, url and checked",
        write: "Start each source with -, and give it title, url and checked.",
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
      write: "Write the full address, with https://, or remove the field.",
      example: "https://example.org/steel-or-cast-iron",
    }).optional(),
    aliases: aliases(),
    id: field(
      z.string().regex(
        // Feed readers may open it as a link. Editors read the expression without its flags.
        /^(?:[Hh][Tt]{2}[Pp][Ss]?:\/\/|[Tt][Aa][Gg]:|[Uu][Rr][Nn]:)[^\s\p{C}"<>\\^`{|}]{1,200}$/u,
        "It is not a permanent id: start it with https://, http://, tag: or urn:, and use no spaces or quotation marks.",
      ),
      {
        is: "the permanent id of the article in feeds",
        write:
          "Keep it as first published: feed readers know the article by it.",
        example: "tag:example.org,2026:/articles/steel-or-cast-iron/",
      },
    ).optional(),
    featured: flag(
      "Write featured: true to lead the home page, or remove it.",
      true,
    ).default(false),
    toc: flag("Write toc: false to hide the table of contents.", false).default(
      true,
    ),
    cta: field(fileOf("calls-to-action"), {
      is: "the name of a file in src/content/calls-to-action/",
      write: "Write the name of one call to action, like feed.",
      example: "feed",
    }).optional(),
    kicker: field(text(40), {
      is: "a short label above the title",
      write: "Write a word or two, or remove it to show the category.",
      example: "Field note",
    }).optional(),
  });
