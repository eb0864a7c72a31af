import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSources } from "../../../import/read-sources.ts";
import { makeFolder } from "../../support/fixture.ts";

/** Reads one file from a new folder. */
function readFile(name: string, content: string | Uint8Array) {
  const folder = makeFolder();
  writeFileSync(join(folder, name), content);
  return readSources(folder, name);
}

test("the content of an Atom entry is read once, whether it is XHTML, escaped HTML or CDATA", () => {
  const contents = [
    `<content type="xhtml"><p>One &amp; two &lt;b></p></content>`,
    `<content type="html">&lt;p>One &amp;amp; two &amp;lt;b>&lt;/p></content>`,
    `<content type="html"><![CDATA[<p>One &amp; two &lt;b></p>]]></content>`,
    `<content type="html"><![CDATA[<content type="xhtml">]]></content>`,
    `<content type="xhtml"/>`,
  ];
  const entries = contents.map((one) => `<entry>\n${one}\n</entry>`);
  const { articles, problems } = readFile(
    "feed.atom",
    `<feed xmlns="http://www.w3.org/2005/Atom">\n${entries.join("\n")}\n</feed>`,
  );
  expect(problems).toEqual([]);
  expect(articles.map(({ body }) => body)).toEqual([
    "<p>One &amp; two &lt;b></p>",
    "<p>One &amp; two &lt;b></p>",
    "<p>One &amp; two &lt;b></p>",
    '<content type="xhtml">',
    "",
  ]);
  expect(articles.slice(0, 4).map(({ bodyLine }) => bodyLine)).toEqual([
    3, 6, 9, 12,
  ]);
});

test("a file that is not UTF-8 is reported at its first wrong byte", () => {
  const bytes = Buffer.from("# A\n\nCaf\u00e9\n", "latin1");
  expect(readFile("a.md", bytes).problems).toMatchObject([
    { line: 3, column: 4, problem: "The file is not UTF-8 text." },
  ]);
});

test("links, and names that are not UTF-8, are named; the other files are read", () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "a.md"), "# A\n");
  symlinkSync("a.md", join(folder, "b.md"));
  writeFileSync(
    Buffer.concat([
      Buffer.from(`${folder}/caf`),
      Buffer.from([0xe9]),
      Buffer.from(".md"),
    ]),
    "# C\n",
  );
  const { articles, problems, skipped } = readSources(folder, ".");
  expect(articles.map(({ path }) => path)).toEqual(["a.md"]);
  expect(skipped).toEqual(["./b.md (a link)"]);
  expect(problems).toMatchObject([
    { problem: "This name is not UTF-8: it has bytes that are no character." },
  ]);
});

test("an archive or a table that is named is refused by its ending", () => {
  expect(readFile("medium.zip", "PK").problems).toMatchObject([
    {
      problem: "A file that ends in .zip cannot be imported.",
      remedy: "Name the export or its folder; unpack an archive first.",
    },
  ]);
});
