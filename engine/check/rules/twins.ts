import { toSlug } from "#model/slug.ts";
import { atTop, findShared, type Rule } from "#check/rule.ts";

export const twinsRule: Rule = {
  errors: { "content/twins": "No two files have the same address." },
  check: ({ files }) =>
    findShared(
      files,
      ({ collection, id }) => `${collection}/${toSlug(id) || id}`,
    ).map(([{ file }, others]) =>
      atTop(file, {
        problem: `This file has the same address as ${others}.`,
        remedy: "Keep one of them, or rename one.",
        rule: "content/twins",
      }),
    ),
};
