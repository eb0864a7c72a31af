import slugify from "@sindresorhus/slugify";

/**
 * Converts a title or file name to a slug: "CompTIA Security+" → `comptia-security-plus`, "C# guide" → `c-sharp-guide`.
 */
export const toSlug = (text: string): string =>
  slugify(text, {
    decamelize: false,
    customReplacements: [
      ["+", " plus "],
      ["#", " sharp "],
      ["&", " and "],
    ],
  });
