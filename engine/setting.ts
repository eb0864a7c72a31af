import { z } from "zod";

/** A schema with the words for an owner who breaks it: `is` completes "… is not …", `write` says what to write. */
export const setting = <T extends z.ZodType>(
  schema: T,
  is: string,
  write: string,
) => schema.meta({ is, write });

export const words = (what: string, example: string) =>
  setting(
    z.string().trim().min(1, "It is empty."),
    what,
    `Write ${what}, like "${example}".`,
  );

/** The name of a file in a folder of `src/content/`, without its ending. */
export const fileIn = (folder: string) =>
  setting(
    z.string().min(1, "It is empty."),
    `the name of a file in src/content/${folder}/`,
    `Write the name of a file in src/content/${folder}/ without its ending, or omit it.`,
  );

export const webAddress = (what: string, example: string) =>
  setting(
    z.string().refine((text) => /^https?:$/.test(toUrl(text)?.protocol ?? "")),
    what,
    `Write it in full, like ${example}, or omit it.`,
  );

export const howMany = (what: string, usual: number) =>
  setting(
    z.int().positive(),
    `a number of ${what}: 1 or more`,
    `Write a whole number, like ${usual}, or omit it.`,
  ).default(usual);

export const toUrl = (text: string): URL | null => URL.parse(text);

/** Links in the header or the footer: an address on this site, or on the web. */
export const links = (usual: string) =>
  setting(
    z.array(
      z.strictObject({
        label: words("the words of the link", "About"),
        to: setting(
          z.string().regex(/^(?:\/(?!\/)|https?:\/\/|mailto:)/),
          "an address on this site or on the web",
          "Start it with a slash, like /about/, or write it in full, like https://example.org/.",
        ),
      }),
    ),
    "a list of links",
    `Write it like [{ label: "About", to: "/about/" }], or leave it out for ${usual}.`,
  ).optional();
