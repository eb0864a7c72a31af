import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { collections } from "#model/collections.ts";
import { pathOnly } from "#model/schema.ts";
import { readContent } from "#files/content.ts";
import { loadSpeller } from "#check/speller.ts";
import { checkSpelling, readProse } from "#check/spelling.ts";
import { anArticleFile } from "../../support/an-article.ts";
import {
  addSpelling,
  makeContent,
  readFixture,
  writeContent,
} from "../../support/fixture.ts";

const engine = join(import.meta.dirname, "../../..");
const cacheFile = ".cache/spelling.json";

const check = async (root: string) => checkSpelling(await readContent(root));

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

/** Every text of a root given to cspell as a whole: what the quick way must find too. */
async function checkWhole(root: string): Promise<string[]> {
  const speller = await loadSpeller(root, "");
  const { collections } = await readContent(root);
  const found: string[] = [];
  for (const { file, format } of Object.values(collections).flat()) {
    const text = readProse(root, file);
    for (const { offset, written } of await speller.findSlips(
      file,
      text,
      format,
    )) {
      const before = text.slice(0, offset).split("\n");
      found.push(
        `${file.split("/").at(-1)}:${before.length}:${(before.at(-1) as string).length + 1} ${written}`,
      );
    }
  }
  return found;
}

describe("judging words first finds what cspell finds in whole texts", () => {
  test("in the guides, and in each paragraph of them with one word broken", async () => {
    const root = makeContent([]);
    addSpelling(root);
    const paragraphs = globSync("{CHANGELOG,docs/*,init/README}.md", {
      cwd: engine,
    }).flatMap((file) =>
      readFileSync(join(engine, file), "utf8").split("\n\n"),
    );
    for (const [index, paragraph] of paragraphs.entries()) {
      const words = [...paragraph.matchAll(/\b[a-z]{4,}/g)];
      const at = words[(index * 7) % words.length || 0]?.index ?? 0;
      const broken = `${paragraph.slice(0, at + 2)}q${paragraph.slice(at + 2)}`;
      writeContent(root, [
        [`articles/whole-${index}.md`, anArticleFile({}, `${paragraph}\n`)],
        [`articles/broken-${index}.md`, anArticleFile({}, `${broken}\n`)],
      ]);
    }
    const whole = await checkWhole(root);
    expect(whole.length).toBeGreaterThan(50);
    expect(toPlaces(await check(root))).toEqual(whole);
  });

  test("in every broken fixture", async () => {
    for (const fixture of globSync("tests/fixtures/broken/*.txt", {
      cwd: engine,
    })) {
      const root = makeContent(readFixture(join(engine, fixture)).files);
      addSpelling(root);
      expect(toPlaces(await check(root)), fixture).toEqual(
        await checkWhole(root),
      );
    }
  });

  const words = [
    ...["couldn't", "couldn’t", "don`t", "café", "cafe\u0301", "naïve", "Łódź"],
    ...["recieve", "Recieve", "RECIEVE", "OSCPs", "APIs", "GitHub", "Github"],
    ...["e-mail", "hands-on", "well-knwon", "fooBarBazz", "K8s", "ISO27001"],
    ...[
      "résumé",
      "organize",
      "a1b2c3d4e5f6",
      "o'clock",
      "rock'n'roll",
      "qqqqq",
    ],
    ...["antidisestablishmentarianism", "こんにちは", "привет", "шибка", "x"],
  ];
  const glues = [
    ...["'", "’", "-", ".", "+", "_", "`", "\\'", "&eacute;", "\u00AD", "é"],
    ...[
      "\u0301",
      "1",
      "*",
      "/",
      "@",
      "😀",
      "한",
      "\t",
      " ",
      "{",
      "<",
      "](",
      "#",
    ],
    ...[
      "https://",
      " `",
      "\\",
      "\u2028",
      "…",
      "--",
      "=",
      '"',
      "[^",
      "]: ",
      "0x",
    ],
  ];
  test.each(["md", "mdx"])(
    "in words joined by whatever may stand in a text, in %s",
    async (format) => {
      // A text for each, so that none is looked at because of another one's words.
      const root = makeContent(
        glues.flatMap((glue, number) =>
          words.map((word, index): [string, string] => {
            const other = words[(index * 7 + number * 3) % words.length];
            const text = anArticleFile({}, `${word}${glue}${other}\n`);
            return [
              `articles/glue-${number}-${index}.${format}`,
              index % 2 ? text : text.replaceAll("\n", "\r\n"),
            ];
          }),
        ),
      );
      addSpelling(root);
      const whole = await checkWhole(root);
      expect(whole.length).toBeGreaterThan(500);
      expect(toPlaces(await check(root))).toEqual(whole);
    },
  );

  test.each([
    "<!-- cspell:words qwrtlx -->\n\nqwrtlx",
    "<!-- cspell:flagWords answer -->\n\nAn answer.",
    "<!-- spell-checker: enableCaseSensitive -->\n\nwednesday",
    "<!-- cspell:locale fr -->\n\nAn answer.",
    "don't.answer@example.org, couldn't.answer@example.org",
    `${"an.answer'with.".repeat(40)}an`,
  ])("in %j", async (body) => {
    const root = makeRoot(body);
    expect(toPlaces(await check(root))).toEqual(await checkWhole(root));
  });
});

describe("what was found out is kept", () => {
  const body = "A qwrtlx, and code: `zwrtlx`.";

  test("and the next run says the same", async () => {
    const root = makeRoot(body, "An answer.");
    const first = await check(root);
    expect(toPlaces(first)).toEqual(["a0.md:8:3 qwrtlx"]);
    const kept = readFileSync(join(root, cacheFile), "utf8");
    expect(await check(root)).toEqual(first);
    expect(readFileSync(join(root, cacheFile), "utf8")).toBe(kept);
  });

  test("so that neither a known text nor a known word is asked for again", async () => {
    const root = makeRoot(body);
    await check(root);
    const file = join(root, cacheFile);
    writeFileSync(
      file,
      readFileSync(file, "utf8").replaceAll("qwrtlx", "vwxyz"),
    );
    expect(toPlaces(await check(root))).toEqual(["a0.md:8:3 vwxyz"]);
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace('"words":[', '"words":["jklmn",'),
    );
    writeFileSync(
      join(root, "src/content/articles/b.md"),
      anArticleFile({}, "A jklmn.\n"),
    );
    expect(toPlaces(await check(root))).toEqual(["a0.md:8:3 vwxyz"]);
  });

  test("until the list of words is another one", async () => {
    const root = makeRoot(body, "A swrtlx.");
    expect(await check(root)).toHaveLength(2);
    writeFileSync(join(root, "docs/words.txt"), "qwrtlx\n");
    expect(toPlaces(await check(root))).toEqual(["a1.md:8:3 swrtlx"]);
    writeFileSync(join(root, "docs/words.txt"), "Swrtlx\n");
    expect(toPlaces(await check(root))).toEqual(["a0.md:8:3 qwrtlx"]);
  });

  test.each(["", "{", "[]", "null", '{"basis":1}'])(
    "unless it cannot be read: %j",
    async (kept) => {
      const root = makeRoot(body);
      const first = await check(root);
      const good = readFileSync(join(root, cacheFile), "utf8");
      writeFileSync(join(root, cacheFile), kept);
      expect(await check(root)).toEqual(first);
      expect(readFileSync(join(root, cacheFile), "utf8")).toBe(good);
    },
  );

  test("unless nothing can be written", async () => {
    const root = makeRoot(body);
    writeFileSync(join(root, ".cache"), "");
    expect(toPlaces(await check(root))).toEqual(["a0.md:8:3 qwrtlx"]);
    expect(toPlaces(await check(root))).toEqual(["a0.md:8:3 qwrtlx"]);
  });
});

test("settings that cannot be read are a finding, and nothing fails", async () => {
  const root = makeRoot("A qwrtlx.");
  writeFileSync(join(root, "cspell.json"), "{");
  const [settings] = await check(root);
  expect(settings?.problem).toMatch(
    /^Nothing was looked at for its spelling: /,
  );
  expect(settings?.problem).toContain("cspell.json");
});

test("without settings of its own a publication is checked by the engine's, with its own words", async () => {
  const root = makeContent([
    ["articles/a.md", anArticleFile({}, "A qwrtlx.\n")],
  ]);
  expect(toPlaces(await check(root))).toEqual(["a.md:8:3 qwrtlx"]);
  mkdirSync(join(root, "docs"));
  writeFileSync(join(root, "docs/words.txt"), "qwrtlx\n");
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
