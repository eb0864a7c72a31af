import { toSuggestion } from "#model/suggestion.ts";
import { nouns, toTodoFinding } from "#files/words.ts";
import { todo } from "#text/todo.ts";
import type { CollectionName } from "#model/collections.ts";
import type { Finding } from "#files/finding.ts";
import type { Content } from "#files/content.ts";
import type { Rule } from "#check/rule.ts";

/** The fields of an article that name another file, and its collection. */
const references: { path: string[]; collection: CollectionName }[] = [
  { path: ["category"], collection: "categories" },
  { path: ["authors"], collection: "authors" },
  { path: ["series", "id"], collection: "series" },
  { path: ["supersededBy"], collection: "articles" },
  { path: ["related"], collection: "articles" },
  { path: ["cta"], collection: "calls-to-action" },
];

export const referenceRule: Rule = {
  words: [
    {
      name: "article/reference",
      severity: "error",
      about:
        "The category, authors, series, successor, related articles and call to action that an article names exist.",
    },
  ],
  check: (content) => {
    const { articles } = content.collections;
    return references.flatMap(({ path, collection }) => {
      const names = namesIn(content, collection);
      return articles.flatMap((source) => {
        const value = path.reduce<unknown>(
          (inner, part) =>
            (inner as Record<string, unknown> | undefined | null)?.[part],
          source.data,
        );
        return (Array.isArray(value) ? value : [value]).flatMap(
          (name, index): Finding[] => {
            const here = Array.isArray(value) ? [...path, index] : path;
            const isItself = collection === "articles" && name === source.id;
            if (
              typeof name !== "string" ||
              name === "" ||
              (names.has(name) && !isItself)
            )
              return [];
            if (name === todo)
              return [
                toTodoFinding(
                  source,
                  here,
                  `Write the name of a file in src/content/${collection}/.`,
                ),
              ];
            const meant = toSuggestion(name, [...names]);
            return [
              {
                file: source.file,
                ...source.placeOf(here),
                field: path.join("."),
                problem: isItself
                  ? "The article names itself."
                  : `There is no ${nouns[collection]} "${name}".${meant ? ` Did you mean "${meant}"?` : ""}`,
                remedy: isItself
                  ? `Write ${path[0] === "related" ? "another article" : "the article that replaces it"}, or remove ${here.length > 1 ? "this" : "the field"}.`
                  : `Write the name of a file in src/content/${collection}/, or add ${name}.md there.`,
                rule: "article/reference",
              },
            ];
          },
        );
      });
    });
  },
};

/** The names of all files, including those with other errors, so that one mistake gives one message. */
const namesIn = (content: Content, collection: CollectionName): Set<string> =>
  new Set(
    content.files
      .filter((found) => found.collection === collection)
      .map(({ id }) => id),
  );
