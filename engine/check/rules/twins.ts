import { toSlug } from "#model/slug.ts";
import type { Rule } from "#check/rule.ts";

export const twinsRule: Rule = {
  words: [
    {
      name: "content/twins",
      severity: "error",
      about: "No two files have the same address.",
    },
  ],
  check: ({ files }) => {
    const claims = Map.groupBy(
      files,
      ({ collection, id }) => `${collection}/${toSlug(id) || id}`,
    );
    return [...claims.values()]
      .filter((duplicates) => duplicates.length > 1)
      .flatMap((duplicates) =>
        duplicates.map(({ file }) => ({
          file,
          line: 1,
          column: 1,
          problem: `This file has the same address as ${duplicates
            .map((one) => one.file)
            .filter((other) => other !== file)
            .join(" and ")}.`,
          remedy: "Keep one of them, or rename one.",
          rule: "content/twins",
        })),
      );
  },
};
