import { describe, expect, test } from "vitest";
import { readBody } from "#text/body.ts";
import { toArticleDate } from "#model/dates.ts";
import { isTodo, todo, toPrompt, toTodo } from "#text/todo.ts";
import { render } from "../markdown/render.ts";

const entities = { lt: "<", "#x3C": "<", gt: ">", amp: "&", "#x26": "&" };

/** The inline code in a rendered body. */
const codes = async (body: string): Promise<string[]> =>
  [...(await render(body)).code.matchAll(/<code>([^<]*)<\/code>/g)].map(
    ([, code]) =>
      code!.replace(
        /&([^;]+);/g,
        (_, name: keyof typeof entities) => entities[name],
      ),
  );

describe("source that an import cannot convert stays in the text as inline code", () => {
  test.each([
    "{{< gallery >}}",
    '<script src="x.js"></script>',
    "`code`",
    "``a ` b``",
    "`",
    "a ``` b",
    "*not* _styled_ [a](b) ![c](d)",
    "{1 + 1} <Unknown />",
    "&amp; < &",
    "a | b",
  ])("%s", async (source) => {
    const mark = toTodo(12, source);
    const found = await codes(`Before ${mark} after.\n`);
    expect(found).toEqual([`TODO import, line 12: ${source}`]);
    expect(found.map(isTodo)).toEqual([true]);
    expect(readBody(`Before ${mark} after.\n`, "mdx")).toMatchObject({
      components: [],
      statements: [],
      issues: [],
      pictures: [],
    });
  });
});

test("source on several lines is joined", () => {
  expect(toTodo(3, "  <div>\n\t text\r\n</div>\n")).toBe(
    "`TODO import, line 3: <div> text </div>`",
  );
});

test.each(["TODO", "TODO: later", "TODO import", "a TODO import, line 1: b"])(
  "%j written by hand is not a prompt",
  (code) => {
    expect(isTodo(code)).toBe(false);
  },
);

test("as a date it is invalid, so that it cannot be published by accident", () => {
  expect(toArticleDate(todo)).toBe("form");
});

test.each(["md", "mdx"] as const)(
  "a prompt in a %s article is not text, and is reported until it is removed",
  (format) => {
    const body = `${toPrompt("What is it worth?", format)}\n\n<!-- Just a remark. -->`;
    expect(
      readBody(format === "md" ? body : body.split("\n")[0]!, format),
    ).toMatchObject({
      words: 0,
      isEmpty: true,
      todos: [{ line: 1, column: 1, written: "What is it worth?" }],
    });
  },
);
