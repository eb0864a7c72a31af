import slugify from "@sindresorhus/slugify";

/** A title or file name as a slug: "CompTIA Security+" → `comptia-security-plus`, "C# guide" → `c-sharp-guide`. */
export const toSlug = (text: string): string =>
  isSlug.test(text)
    ? text
    : slugify(text, {
        decamelize: false,
        customReplacements: [
          ["+", " plus "],
          ["#", " sharp "],
          ["&", " and "],
        ],
      });

/** Most names are slugs already, and slugify is slow. */
const isSlug = /^[a-z\d]+(?:-[a-z\d]+)*$/;
