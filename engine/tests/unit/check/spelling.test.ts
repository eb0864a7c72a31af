import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collections, engineNames } from "#model/collections.ts";
import { pathOnly } from "#model/schema.ts";
import { readContent } from "#files/content.ts";
import { checkSpelling, listTexts } from "#check/spelling.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { addSpelling, makeContent } from "../../support/fixture.ts";

const engine = join(import.meta.dirname, "../../..");

const check = async (root: string) =>
  checkSpelling(root, listTexts(await readContent(root)));

/** The position and word of each finding: "first.md:8:3 recieve". */
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

test("each word is reported once per file, at its first place, with the number of occurrences", async () => {
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

test("a changed word list takes effect at once, in upper or lower case", async () => {
  const root = makeRoot("A qwrtlx.", "A swrtlx.");
  expect(await check(root)).toHaveLength(2);
  writeFileSync(join(root, "docs/words.txt"), "qwrtlx\n");
  expect(toPlaces(await check(root))).toEqual(["a1.md:8:3 swrtlx"]);
  writeFileSync(join(root, "docs/words.txt"), "Swrtlx\n");
  expect(toPlaces(await check(root))).toEqual(["a0.md:8:3 qwrtlx"]);
});

test("words that are too long are skipped without moving the places of later findings", async () => {
  const root = makeRoot(`${"an.answer'with.".repeat(400)}an qwrtlx`);
  expect(toPlaces(await check(root))).toEqual(["a0.md:8:6004 qwrtlx"]);
});

test("invalid settings are a finding and do not stop the check", async () => {
  const root = makeRoot("A qwrtlx.");
  writeFileSync(join(root, "cspell.json"), "{");
  const [settings] = await check(root);
  expect(settings?.problem).toMatch(/^Spelling was not checked: /);
  expect(settings?.problem).toContain("cspell.json");
});

test("without settings, spelling is not checked", async () => {
  const root = makeContent([
    ["articles/a.md", anArticleFile({}, "A qwrtlx.\n")],
  ]);
  expect(await check(root)).toEqual([]);
});

test("the spelling settings skip every front matter field that is not text", () => {
  const settings = readFileSync(join(engine, "check/cspell.json"), "utf8");
  const leftOut = /\(\?:(id\|[\w|]+)\):/.exec(settings)![1]!.split("|");
  const read = "title description kicker name heading text label".split(" ");
  const holdFields = ["cover", "picture", "series", "sources"];
  const yesOrNo = ["draft", "listed", "ads", "featured", "toc"];
  const fields = engineNames.flatMap((name) =>
    Object.keys(collections[name](pathOnly).shape),
  );
  expect(
    [...new Set(fields)].filter(
      (name) =>
        ![...leftOut, ...read, ...holdFields, ...yesOrNo].includes(name),
    ),
  ).toEqual([]);
});
