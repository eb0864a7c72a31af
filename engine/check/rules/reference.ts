import { toHint, toSuggestion } from "#model/suggestion.ts";
import { valueAt } from "#model/schema-paths.ts";
import { nouns, toRuleName, toTodoFinding } from "#files/words.ts";
import { todo } from "#text/todo.ts";
import type { CollectionName } from "#model/collections.ts";
import { atField, type Rule } from "#check/rule.ts";

/** The fields of an article or call to action that name another file, and its collection. */
const references: {
  from?: CollectionName;
  path: string[];
  collection: CollectionName;
}[] = [
  { path: ["category"], collection: "categories" },
  { path: ["authors"], collection: "authors" },
  { path: ["series", "id"], collection: "series" },
  { path: ["supersededBy"], collection: "articles" },
  { path: ["related"], collection: "articles" },
  { path: ["cta"], collection: "calls-to-action" },
  { from: "calls-to-action", path: ["categories"], collection: "categories" },
];

export const referenceRule: Rule = {
  errors: {
    "article/reference":
      "The category, authors, series, successor, related articles and call to action that an article names exist.",
    "call-to-action/reference":
      "The categories that a call to action names exist.",
  },
  check: ({ collections, files }) =>
    references.flatMap(({ from = "articles", path, collection }) => {
      // Including files with other errors, so that one mistake gives one message.
      const names = new Set(
        files
          .filter((found) => found.collection === collection)
          .map(({ id }) => id),
      );
      return collections[from].flatMap((source) => {
        const value = valueAt(source.data, path);
        return [value].flat().flatMap((name, index) => {
          const here = Array.isArray(value) ? [...path, index] : path;
          const isItself = collection === "articles" && name === source.id;
          if (typeof name !== "string" || name === "") return [];
          if (names.has(name) && !isItself) return [];
          if (name === todo)
            return toTodoFinding(
              source,
              here,
              `Write the name of a file in src/content/${collection}/.`,
            );
          const hint = toHint(toSuggestion(name, [...names]));
          return atField(source, here, {
            problem: isItself
              ? "The article names itself."
              : `There is no ${nouns[collection]} "${name}".${hint}`,
            remedy: isItself
              ? "Name another article, or remove this."
              : `Write the name of a file in src/content/${collection}/, or add ${name}.md there.`,
            rule: `${toRuleName(from)}/reference`,
          });
        });
      });
    }),
};
