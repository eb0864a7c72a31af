import { z } from "zod";

/** A schema with messages for the owner: `is` completes "… is not …", `write` says what to write. */
export const setting = <T extends z.ZodType>(
  schema: T,
  is: string,
  write: string,
) => schema.meta({ is, write });

/** Text that matches a regular expression. */
export const form = (regExp: RegExp, is: string, write: string) =>
  setting(z.string().regex(regExp), is, write);

export const words = (what: string, example: string) =>
  setting(
    z.string().trim().min(1, "It is empty."),
    what,
    `Write ${what}, like "${example}".`,
  );

/** The name of a file in a folder of `src/content/`, without its extension. */
export const fileIn = (folder: string) =>
  setting(
    z.string().min(1, "It is empty."),
    `the name of a file in src/content/${folder}/`,
    `Write the name of a file in src/content/${folder}/ without its extension, or omit it.`,
  );

export const webAddress = (what: string, example: string) =>
  setting(
    z
      .string()
      .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? "")),
    what,
    `Write it in full, like ${example}, or omit it.`,
  );

export const count = (what: string, byDefault: number) =>
  setting(
    z.int().positive(),
    `a number of ${what}: 1 or more`,
    `Write a whole number, like ${byDefault}, or omit it.`,
  ).default(byDefault);

/** Links to addresses on this site or on the web. */
export const links = (byDefault: string) =>
  setting(
    z.array(
      z.strictObject({
        label: words("the text of the link", "About"),
        to: form(
          /^(?:\/(?!\/)|https?:\/\/|mailto:)/,
          "an address on this site or on the web",
          "Start it with a slash, like /about/, or write it in full, like https://example.org/.",
        ),
      }),
    ),
    "a list of links",
    `Write it like [{ label: "About", to: "/about/" }], or omit it for ${byDefault}.`,
  ).optional();

/** Pages of the publication's own. */
export const ownPages = setting(
  z.array(
    z.strictObject({
      address: form(
        /^\/(?:[\w-]+\/)+$/,
        "an address on this site",
        "Write it with a slash at both ends, like /tools/.",
      ),
      title: words("the title of the page", "All our tools"),
      description: words(
        "one or two sentences about the page",
        "What we cook with, and what it cost.",
      ),
      /** The label above the title on its share image. */
      kicker: words("a label above the title", "Tools").optional(),
      /** The title of its feeds, which are routes of yours. */
      feed: words("the title of its feeds", "New tools").optional(),
    }),
  ),
  "a list of pages",
  'Write it like [{ address: "/tools/", title: "Tools", description: "What we cook with." }], or omit it.',
).default([]);
