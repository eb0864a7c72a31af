import { schemas, type Content } from "#files/content.ts";
import type { Finding } from "#files/finding.ts";
import { ownCollections, type CollectionName } from "#model/collections.ts";
import { todo } from "#text/todo.ts";
import { toTodoFinding } from "#files/words.ts";
import { contractAt, valueAt } from "#model/schema-paths.ts";
import { toTexts } from "./characters.ts";
import { filesOf, inBody, milderInDraft, type Rule } from "#check/rule.ts";

/** Text fields, in which a TODO passes the schema, and what to write there. */
const texts: [path: string[], remedy: string][] = [
  [["title"], "Write the headline."],
  [["description"], "Write what the reader will learn."],
  [["cover", "alt"], "Describe the picture for readers who cannot see it."],
];

export const todoRule: Rule = {
  errors: {
    "content/todo":
      "No TODO is left. In a draft, one in the text, title, description or alt text is only a warning.",
  },
  check: (content) => [
    ...listOwnTodos(content),
    ...filesOf(content).flatMap((source) =>
      [
        ...texts
          .filter(([path]) => valueAt(source.data, path) === todo)
          .map(([path, remedy]) => toTodoFinding(source, path, remedy)),
        ...source.contents.todos.map((place) =>
          inBody(source, place, {
            problem: `This is still to do: ${place.written}`,
            remedy: "Write what belongs here, or remove it.",
            rule: "content/todo",
          }),
        ),
      ].map((finding) => ({ ...finding, ...milderInDraft(source) })),
    ),
  ],
};

/** Every TODO in front matter that the schema of an own collection lets pass. */
const listOwnTodos = ({ collections }: Content): Finding[] =>
  (Object.keys(ownCollections) as CollectionName[]).flatMap((name) =>
    collections[name]
      .filter(({ yaml, fields }) => fields && yaml.includes(todo))
      .flatMap((source) =>
        [...toTexts(source.data, [])].flatMap(({ path, text }) =>
          text === todo
            ? toTodoFinding(source, path, contractAt(schemas[name], path).write)
            : [],
        ),
      ),
  );
