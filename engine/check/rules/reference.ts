import { toHint, toSuggestion } from "#model/suggestion.ts";
import { listReferences, valuesAt } from "#model/schema-paths.ts";
import { schemas } from "#files/content.ts";
import { toRuleName, toTodoFinding } from "#files/words.ts";
import { todo } from "#text/todo.ts";
import {
  collectionNames,
  folderOf,
  nouns,
  type CollectionName,
} from "#model/collections.ts";
import { atField, type Rule } from "#check/rule.ts";

const references = collectionNames.flatMap((from) =>
  listReferences(schemas[from]).map((reference) => ({ from, ...reference })),
);

export const referenceRule: Rule = {
  errors: {
    "article/reference":
      "The category, authors, series, successor, related articles and call to action that an article names exist.",
    "call-to-action/reference":
      "The categories that a call to action names exist.",
  },
  check: ({ collections, files }) =>
    references.flatMap(({ from, path, collection: named }) => {
      const collection = named as CollectionName;
      // Including files with other errors, so that one mistake gives one message.
      const names = new Set(
        files
          .filter((found) => found.collection === collection)
          .map(({ id }) => id),
      );
      const noun = nouns[from];
      return collections[from].flatMap((source) =>
        valuesAt(source.data, path).flatMap(({ value, path }) =>
          [value].flat().flatMap((name, index) => {
            const here = Array.isArray(value) ? [...path, index] : path;
            const isItself = collection === from && name === source.id;
            if (typeof name !== "string" || name === "") return [];
            if (names.has(name) && !isItself) return [];
            if (name === todo)
              return toTodoFinding(
                source,
                here,
                `Write the name of a file in src/content/${folderOf(collection)}/.`,
              );
            const hint = toHint(toSuggestion(name, [...names]));
            return atField(source, here, {
              problem: isItself
                ? `The ${noun} names itself.`
                : `There is no ${nouns[collection]} "${name}".${hint}`,
              remedy: isItself
                ? `Name another ${noun}, or remove this.`
                : `Write the name of a file in src/content/${folderOf(collection)}/, or add ${name}.md there.`,
              rule: `${toRuleName(from)}/reference`,
            });
          }),
        ),
      );
    }),
};
