import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { askOn, type Ask } from "#cli/ask.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent, makeFolder } from "../../support/fixture.ts";
import { readContentFile, runHere } from "../../support/run-command.ts";

/** A terminal at which the given keys are typed, one entry for each time a question is asked, then Ctrl+C. */
function typing(...keys: string[]) {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: true });
  let [shown, line, question] = ["", "", ""];
  let isTyped = false;
  output.on("data", (text: Buffer) => {
    shown += text.toString();
    line += text.toString();
    if (line.includes("\n")) {
      line = line.slice(line.lastIndexOf("\n") + 1);
      isTyped = false;
    }
    if (isTyped || !line.includes(question)) return;
    isTyped = true;
    void type(keys.shift() ?? "\u0003");
  });
  /** One key after the other, as a person does: several at once are a paste, in which Tab is a character. */
  async function type(text: string) {
    for (const key of text) {
      input.write(key);
      await setImmediate();
    }
  }
  const ask: Ask = (...words) => {
    question = words[0];
    return askOn(input, output)(...words);
  };
  return { ask, shown: () => shown };
}

test("new asks for everything that was not given, repeats a question after a wrong answer, and completes names with Tab", async () => {
  const root = makeContent([
    ["articles/pans.md", anArticleFile({ tags: ["baking"] })],
  ]);
  const { ask, shown } = typing(
    "\r",
    "Pans\r",
    "pans\r",
    "pots\r",
    "wrok\r",
    "wo\t\r",
    "ba\t, New One\r",
    "baking, ba\t\r",
    "\r",
  );
  const { code, err } = await runHere(root, "new", [], {}, ask);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(shown()).toContain("The title: It is empty.");
  expect(shown()).toContain("/articles/pans/ is already the address of");
  expect(shown()).toContain(
    'There is no category "wrok". Did you mean "work"?',
  );
  expect(shown()).toContain('"New One" is not a valid tag');
  expect(readContentFile(root, "articles/pots.md")).toMatch(
    /^---\ntitle: Pans\ndescription: TODO\n[^]*category: work\ntags:\n {2}- baking\ndraft: true\n/,
  );
});

test.each([
  ["Ctrl+C", "\u0003"],
  ["Ctrl+D", "\u0004"],
])("%s ends a command, and nothing is changed", async (_, key) => {
  const root = makeFolder();
  const { code, err } = await runHere(
    root,
    "init",
    [],
    {},
    typing("A\r", key).ask,
  );
  expect({ code, err }).toEqual({ code: 1, err: "\nNothing was changed.\n" });
  expect(readdirSync(root)).toEqual([]);
});

test("init uses the suggestion if the answer is empty, and repeats a question after a wrong answer", async () => {
  const root = makeFolder();
  const { ask } = typing("\r", "example\r", "https://pan.example\r");
  expect((await runHere(root, "init", [], {}, ask)).code).toBe(0);
  const site = readFileSync(join(root, "src/site.ts"), "utf8");
  expect(site).toContain('name: "A new publication"');
  expect(site).toContain('address: "https://pan.example"');
});

test("import asks for a category for articles that match none", async () => {
  const root = makeContent([]);
  const from = makeFolder();
  writeFileSync(join(from, "post.md"), "---\ntitle: A post\n---\n\nA text.\n");
  const { ask } = typing("wrok\r", "work\r");
  const { code, err } = await runHere(
    root,
    "import",
    [from, "--write"],
    {},
    ask,
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(readContentFile(root, "articles/post.md")).toContain("category: work");
});
