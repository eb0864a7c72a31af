import { readNow } from "#model/dates.ts";
import { todo } from "#text/todo.ts";
import { toTodoFinding } from "#files/words.ts";
import { stateOf } from "#files/content.ts";
import { inBody, type Rule } from "#check/rule.ts";

/** Text fields, in which a TODO passes the schema, and what to write there. */
const texts: { path: string[]; remedy: string }[] = [
  { path: ["title"], remedy: "Write the headline." },
  {
    path: ["description"],
    remedy: "Write what the reader will learn.",
  },
  {
    path: ["cover", "alt"],
    remedy: "Describe the picture for readers who cannot see it.",
  },
];

export const todoRule: Rule = {
  words: [
    {
      name: "content/todo",
      severity: "error",
      about:
        "No TODO is left. In a draft, one in the text, title, description or alt text is only a warning.",
    },
  ],
  check: ({ collections }) => {
    const now = readNow();
    return Object.values(collections)
      .flat()
      .flatMap((source) => {
        const severity = stateOf(source, now) === "draft" ? "warning" : "error";
        return [
          ...texts
            .filter(
              ({ path: [field = "", inner] }) =>
                (inner
                  ? (source.data[field] as Record<string, unknown> | null)?.[
                      inner
                    ]
                  : source.data[field]) === todo,
            )
            .map(
              ({ path, remedy }) =>
                ({
                  ...toTodoFinding(source, path, remedy),
                  severity,
                }) as const,
            ),
          ...source.contents.todos.map((place) =>
            inBody(source, place, {
              problem: `This is still to do: ${place.written}`,
              remedy: "Write what belongs here, or remove it.",
              rule: "content/todo",
              severity,
            }),
          ),
        ];
      });
  },
};
