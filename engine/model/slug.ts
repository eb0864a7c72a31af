import slugify from "@sindresorhus/slugify";

/**
 * The words of a title or a file name as an address says them: "CompTIA Security+" → `comptia-security-plus`,
 * "C# guide" → `c-sharp-guide`.
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
