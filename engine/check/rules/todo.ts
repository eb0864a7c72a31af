import { todo } from "#text/todo.ts";
import { toTodoFinding } from "#files/words.ts";
import { valueAt } from "#model/schema-paths.ts";
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
  check: (content) =>
    filesOf(content).flatMap((source) =>
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
};
