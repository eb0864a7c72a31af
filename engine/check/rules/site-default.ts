import { nouns } from "#files/words.ts";
import { toSuggestion } from "#model/suggestion.ts";
import type { Rule } from "#check/rule.ts";
import { readPlaces, siteFile } from "#site-source.ts";

/** The settings that name a content file. */
const defaults = [
  { setting: "author", collection: "authors" },
  { setting: "callToAction", collection: "calls-to-action" },
  { setting: "otherCallToAction", collection: "calls-to-action" },
] as const;

export const siteDefaultRule: Rule = {
  words: [
    {
      name: "site/default",
      severity: "error",
      about: "The author and the calls to action that src/site.ts names exist.",
    },
  ],
  check: async ({ root, files, site }) => {
    const missing = defaults.flatMap(({ setting, collection }) => {
      const name = site[setting];
      const names = files
        .filter((file) => file.collection === collection)
        .map(({ id }) => id);
      return name === undefined || names.includes(name)
        ? []
        : [{ setting, collection, name, names }];
    });
    if (missing.length === 0) return [];
    const placeOf = await readPlaces(root);
    return missing.map(({ setting, collection, name, names }) => {
      const meant = toSuggestion(name, names);
      return {
        file: siteFile,
        ...placeOf([setting]),
        field: setting,
        problem: `There is no ${nouns[collection]} "${name}".${meant ? ` Did you mean "${meant}"?` : ""}`,
        remedy: `Add src/content/${collection}/${name}.md, or name another one.`,
        rule: "site/default",
      };
    });
  },
};
