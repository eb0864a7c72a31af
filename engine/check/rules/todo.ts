import { readNow } from "#model/dates.ts";
import { todo } from "#text/todo.ts";
import { toTodoFinding } from "#files/words.ts";
import { stateOf } from "#files/content.ts";
import { inBody, type Rule } from "#check/rule.ts";

/** Fields whose TODO the schema lets through, since it is a text like any other, and what they wait for. */
const texts: { path: string[]; remedy: string }[] = [
  { path: ["title"], remedy: "Write the headline." },
  {
    path: ["description"],
    remedy: "Write what the reader will know afterwards.",
  },
  {
    path: ["cover", "alt"],
    remedy: "Write what a reader who cannot see it should know.",
  },
];

export const todoRule: Rule = {
  words: [
    {
      name: "content/todo",
      severity: "error",
      about:
        "Nothing is left to be decided. In a draft, what a reader would see is a warning; what the article is filed under is not.",
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
              problem: `This is still to be decided: ${place.written}`,
              remedy: "Write what ought to stand here, or take it out.",
              rule: "content/todo",
              severity,
            }),
          ),
        ];
      });
  },
};
