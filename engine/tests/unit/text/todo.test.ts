import { describe, expect, test } from "vitest";
import { readBody } from "#text/body.ts";
import { toArticleDate } from "#model/dates.ts";
import { isTodo, todo, toPrompt, toTodo } from "#text/todo.ts";
import { render } from "../markdown/render.ts";

const signs = { lt: "<", "#x3C": "<", gt: ">", amp: "&", "#x26": "&" };

/** The texts of the inline code in a rendered body. */
const codes = async (body: string): Promise<string[]> =>
  [...(await render(body)).code.matchAll(/<code>([^<]*)<\/code>/g)].map(
    ([, code]) =>
      code!.replace(/&([^;]+);/g, (_, name: keyof typeof signs) => signs[name]),
  );

describe("what an import could not read stays in the text, as inline code and nothing else", () => {
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

test("source over several lines becomes one", () => {
  expect(toTodo(3, "  <div>\n\t text\r\n</div>\n")).toBe(
    "`TODO import, line 3: <div> text </div>`",
  );
});

test.each(["TODO", "TODO: later", "TODO import", "a TODO import, line 1: b"])(
  "%j in a text of the writer's own is none of ours",
  (code) => {
    expect(isTodo(code)).toBe(false);
  },
);

test("as the value of a field it is no day, so that nobody publishes it unseen", () => {
  expect(toArticleDate(todo)).toBe("form");
});

test.each(["md", "mdx"] as const)(
  "a question to the writer is no text of a %s article, and is told until it is gone",
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
