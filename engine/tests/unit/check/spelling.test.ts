import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collections } from "#model/collections.ts";
import { pathOnly } from "#model/schema.ts";
import { readContent } from "#files/content.ts";
import { checkSpelling, listTexts } from "#check/spelling.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { addSpelling, makeContent } from "../../support/fixture.ts";

const engine = join(import.meta.dirname, "../../..");

const check = async (root: string) =>
  checkSpelling(root, listTexts(await readContent(root)));

/** What is written wrong, and where: "first.md:8:3 recieve". */
const toPlaces = (findings: Awaited<ReturnType<typeof check>>): string[] =>
  findings.map(
    ({ file, line, column, problem }) =>
      `${file.split("/").at(-1)}:${line}:${column} ${/"(.+)"/.exec(problem)?.[1]}`,
  );

const makeRoot = (...bodies: string[]): string => {
  const root = makeContent(
    bodies.map((body, index) => [
      `articles/a${index}.md`,
      anArticleFile({}, `${body}\n`),
    ]),
  );
  addSpelling(root);
  return root;
};

test("each word is reported once a text, where it first stands, with the number of times", async () => {
  const root = makeRoot("A qwrtlx, `zwrtlx`.\n\nA qwrtlx.", "An answer.");
  expect(await check(root)).toEqual([
    {
      file: "src/content/articles/a0.md",
      line: 8,
      column: 3,
      problem:
        '"qwrtlx" is in no dictionary of this publication (2 times here).',
      remedy: "Correct it, or add it to docs/words.txt.",
      rule: "text/spelling",
    },
  ]);
});

test("a changed list of words counts at once, in any case", async () => {
  const root = makeRoot("A qwrtlx.", "A swrtlx.");
  expect(await check(root)).toHaveLength(2);
  writeFileSync(join(root, "docs/words.txt"), "qwrtlx\n");
  expect(toPlaces(await check(root))).toEqual(["a1.md:8:3 swrtlx"]);
  writeFileSync(join(root, "docs/words.txt"), "Swrtlx\n");
  expect(toPlaces(await check(root))).toEqual(["a0.md:8:3 qwrtlx"]);
});

test("what is longer than any word is passed over, and what follows it keeps its place", async () => {
  const root = makeRoot(`${"an.answer'with.".repeat(400)}an qwrtlx`);
  expect(toPlaces(await check(root))).toEqual(["a0.md:8:6004 qwrtlx"]);
});

test("settings that cannot be read are a finding, and nothing fails", async () => {
  const root = makeRoot("A qwrtlx.");
  writeFileSync(join(root, "cspell.json"), "{");
  const [settings] = await check(root);
  expect(settings?.problem).toMatch(/^Spelling was not checked: /);
  expect(settings?.problem).toContain("cspell.json");
});

test("without settings nothing is checked, and no dictionary is loaded", async () => {
  const root = makeContent([
    ["articles/a.md", anArticleFile({}, "A qwrtlx.\n")],
  ]);
  expect(await check(root)).toEqual([]);
});

test("names, addresses and days in front matter are no words: every field is text for readers, or left out", () => {
  const settings = readFileSync(join(engine, "check/cspell.json"), "utf8");
  const leftOut = /\(\?:(id\|[\w|]+)\):/.exec(settings)![1]!.split("|");
  const read = "title description kicker name heading text label".split(" ");
  const holdFields = ["cover", "picture", "series", "sources"];
  const yesOrNo = ["draft", "ads", "featured", "toc"];
  const fields = Object.values(collections).flatMap((toSchema) =>
    Object.keys(toSchema(pathOnly).shape),
  );
  expect(
    [...new Set(fields)].filter(
      (name) =>
        ![...leftOut, ...read, ...holdFields, ...yesOrNo].includes(name),
    ),
  ).toEqual([]);
});
