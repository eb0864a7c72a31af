import { nouns } from "#model/collections.ts";
import { dirname, extname } from "node:path/posix";
import { mostSlugCharacters, quote, slugForm } from "#model/fields.ts";
import { toSlug } from "#model/slug.ts";
import { atTop, type Rule } from "#check/rule.ts";

export const fileNameRule: Rule = {
  errors: {
    "content/file-name": `A file’s name is its address: lower-case words with hyphens, at most ${mostSlugCharacters} characters.`,
  },
  check: ({ files }) =>
    files
      .filter(({ id }) => !slugForm.test(id) || id.length > mostSlugCharacters)
      .map(({ file, id, collection }) => {
        if (id.length > mostSlugCharacters)
          return atTop(file, {
            problem: `${quote(id)} has ${id.length} characters; the limit for an address is ${mostSlugCharacters}.`,
            remedy: `Give the ${nouns[collection]} a shorter name.`,
            rule: "content/file-name",
          });
        const isIndex = /\/index\.mdx?$/.test(file);
        const better = toSlug(id.replace(/^\.+/, "")) || "a-short-name";
        const folder = dirname(isIndex ? dirname(file) : file);
        return atTop(file, {
          problem: `"${id}" cannot be used as an address.`,
          remedy: `Name the ${nouns[collection]} in lower-case words with hyphens: ${folder}/${better}${isIndex ? "/" : extname(file)}`,
          rule: "content/file-name",
        });
      }),
};
