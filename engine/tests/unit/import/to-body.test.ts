import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { toLinks } from "../../../import/addresses.ts";
import { toPictureFinder } from "../../../import/pictures.ts";
import type { Note, SourceArticle } from "../../../import/source.ts";
import { toBody } from "../../../import/to-body.ts";
import { makeFolder } from "../../support/fixture.ts";

/** Imports a body from a folder without pictures; returns the text and the notes. */
function read(body: string, fields: Partial<SourceArticle> = {}) {
  const source: SourceArticle = {
    file: "a.md",
    dialect: "jekyll",
    format: "md",
    fields: [],
    body,
    bodyLine: 5,
    root: makeFolder(),
    path: "a.md",
    hosts: ["https://old.example"],
    ...fields,
  };
  const notes: Note[] = [];
  const text = toBody(source, {
    title: "A title",
    links: toLinks(
      [{ source, slug: "a-title", paths: ["/old/", "/?p=1"] }],
      new Set(["about"]),
    ),
    pictures: toPictureFinder(source),
    project: source.root,
    note: (kind, text, line) => void notes.push({ kind, text, line }),
  });
  return { text: text.trim(), notes };
}

describe("text that needs no change stays byte for byte", () => {
  test.each([
    "Two  spaces  \nand *one* _other_ emphasis,\n* a list\n+ another",
    "Setext\n------\n\n***\n\n~~~js\n{{ code }} <script>\n~~~",
    "`{% inline %}` and ``{{ a ` b }}``",
    "[a](https://example.org/ 'title') <https://example.org> [b][c]\n\n[c]: https://example.org",
    "H<sub>2</sub>O <kbd>Ctrl</kbd><br>\n\n<details>\n<summary>More</summary>\n\nText\n\n</details>",
    "[about](/about) and [here](#part)",
  ])("%j", (body) => {
    expect(read(body).text).toBe(body);
  });
});

describe("pictures are found whatever the form of their names", () => {
  const nfc = "é".normalize("NFC");
  const nfd = "é".normalize("NFD");
  test.each([
    ["my dot.svg", "![A](my%20dot.svg)", "my-dot"],
    ["my dot.svg", "![A](<my dot.svg>)", "my-dot"],
    ["my dot.svg", "![A](my dot.svg)", "my-dot"],
    ["my dot (1).svg", '![A](my dot (1).svg "T")', "my-dot-1"],
    ["my dot (1).svg", "![A](my%20dot%20%281%29.svg)", "my-dot-1"],
    ["my%20dot.svg", "![A](my%20dot.svg)", "my-20dot"],
    ["my%20dot.svg", "![A](<my dot.svg>)", "my-20dot"],
    [`caf${nfd}.svg`, `![A](caf${nfc}.svg)`, "cafe"],
    [`caf${nfc}.svg`, `![A](caf${nfd}.svg)`, "cafe"],
    [`caf${nfd}.svg`, "![A](caf%C3%A9.svg)", "cafe"],
    [`caf${nfc}.svg`, "![A](cafe%CC%81.svg)", "cafe"],
    ["画像/一.svg", "![A](画像/一.svg)", "picture"],
    ["画像/一.svg", "![A](%E7%94%BB%E5%83%8F/%E4%B8%80.svg)", "picture"],
    [
      "画像/一.svg",
      '<img src="/%E7%94%BB%E5%83%8F/一.svg" alt="A">',
      "picture",
    ],
    [
      "static/사진.svg",
      "![A](https://old.example/%EC%82%AC%EC%A7%84.svg)",
      "picture",
    ],
    ["dot #1.svg", "![A](<dot #1.svg>)", "dot-sharp-1"],
    ["dot #1.svg", "![A](dot%20%231.svg)", "dot-sharp-1"],
    ["画像/一.svg", "![A](画像\\一.svg)", "picture"],
    ["a,b&c.svg", "![A](a%2Cb%26c.svg)", "a-b-and-c"],
    ["100%.svg", "![A](100%.svg)", "100"],
    ["dot.svg", "![A](dot.svg?v=2#x)", "dot"],
    [`${"a".repeat(250)}.svg`, `![A](${"a".repeat(250)}.svg)`, "a".repeat(100)],
  ])("%s for %s", (file, body, name) => {
    const root = makeFolder();
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(
      join(root, file),
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
    );
    const title = body.includes('"T"') ? ' "T"' : "";
    expect(read(body, { root }).text).toBe(`![A](./${name}.svg${title})`);
  });

  test("a space in code or between words stays", () => {
    const body = "`![A](my dot.svg)` and [see](this or that), ![A](my dot).";
    expect(read(body).text).toBe(body);
  });
});

describe("links to imported articles get the new address", () => {
  test.each([
    ["[a](/old/)", "[a](/articles/a-title/)"],
    ['[a](/old/index.html#part "T")', '[a](/articles/a-title/#part "T")'],
    ["[a](https://www.old.example/?p=1)", "[a](/articles/a-title/)"],
    ["[a `b` *c*](./a.md)", "[a `b` *c*](/articles/a-title/)"],
    ["[a][b]\n\n[b]: </old/> 'T'", '[a][b]\n\n[b]: /articles/a-title/ "T"'],
    [
      "<https://old.example/old/>",
      "[https://old.example/old/](/articles/a-title/)",
    ],
    ['<a href="/old/">a</a>', '<a href="/articles/a-title/">a</a>'],
    ["[a]({% post_url a %})", "[a](/articles/a-title/)"],
  ])("%s", (body, expected) => {
    expect(read(body).text).toBe(expected);
  });
});

describe("headings", () => {
  test("a first heading that repeats the title is removed", () => {
    expect(read("# A *title*\n\nText\n\n## Part").text).toBe("Text\n\n## Part");
  });
  test("if there are other level 1 headings, all move down one level", () => {
    expect(read("# One\n\nTwo\n===\n\n###### Six\n\nThree\n---").text).toBe(
      "## One\n\n## Two\n\n###### Six\n\n### Three",
    );
  });
});

describe("text that cannot be converted becomes a TODO with its line", () => {
  test.each([
    [
      "a\n\n{% include b.html %}",
      "a\n\n`TODO import, line 7: {% include b.html %}`",
    ],
    ["![a](b.png)", "`TODO import, line 5: ![a](b.png)`"],
    [
      "![a](<../../etc/b.png>)",
      "`TODO import, line 5: ![a](<../../etc/b.png>)`",
    ],
    ["<marquee>a</marquee> b", "`TODO import, line 5: <marquee>`a b"],
    [
      "\n[a](javascript:alert%281%29)",
      "`TODO import, line 6: [a](javascript:alert%281%29)`",
    ],
    [
      '<iframe src="https://a.example"></iframe>',
      '`TODO import, line 5: <iframe src="https://a.example"></iframe>`',
    ],
  ])("%j", (body, expected) => {
    const { text, notes } = read(body);
    expect(text).toBe(expected);
    expect(notes.filter(({ kind }) => kind === "to do")).toHaveLength(1);
  });

  test("template tags are plain text in Astro", () => {
    expect(read("{{ a }} {% b %}", { dialect: "astro" }).text).toBe(
      "{{ a }} {% b %}",
    );
  });
});

test("scripts and event handlers are removed from HTML", () => {
  const html = `<p onclick="a()">A<script>b()</script><a href=" java&#10;script:c()">d</a><img src=x onerror=e()><svg onload=f()></svg></p><math href="javascript:g()"></math>`;
  const { text } = read(html, { format: "html" });
  expect(text.replace(/`[^`]*`/g, "")).not.toMatch(/script|on\w+=|javascript/);
});

describe("in a note of Obsidian", () => {
  const note = (body: string) => read(body, { dialect: "obsidian" });
  const link = "[a](/articles/a-title/)";

  test.each([
    ["==a [[a]] c==", `<mark>a ${link} c</mark>`],
    ["==[[a]]== and ==b==", `<mark>${link}</mark> and <mark>b</mark>`],
    ["[[a|x==y]] c==", "[x==y](/articles/a-title/) c=="],
    ["==a [[a|x==y]]", "==a [x==y](/articles/a-title/)"],
    ["`==` and ==b== `==`", "`==` and <mark>b</mark> `==`"],
    ["A note. ^a1\n\n- one ^one-1\n- two\n\n^b2", "A note.\n\n- one\n- two"],
    [
      "y = x ^2\n\ny = x ^n\n\nx ^ab\nmore",
      "y = x ^2\n\ny = x ^n\n\nx ^ab\nmore",
    ],
    ["100%% sure and 50%% off", "100%% sure and 50%% off"],
  ])("%j is %j", (body, expected) => {
    expect(note(body).text).toBe(expected);
  });

  test.each([
    ["==a %%secret%% c==", "<mark>a  c</mark>"],
    ["`%%` and %%secret%% b", "`%%` and  b"],
    ["a%%secret%% b 2%%secret%%", "a b 2"],
    ["100%% sure %%secret [[a]]%%", "100%% sure"],
    ["a\n\n%%\nsecret\n\n```\n%%\n```\n%%\n\nb", "a\n\nb"],
    ["[[a|b %%secret%%]]", "[b](/articles/a-title/)"],
  ])("%j shows no comment", (body, expected) => {
    const { text, notes } = note(body);
    expect(text).toBe(expected);
    expect(notes.filter(({ kind }) => kind === "dropped")).not.toEqual([]);
  });

  test("a comment that never ends is a question", () => {
    expect(note("a\n\n%%\nsecret").text).toContain("`TODO import, line 7: %%`");
  });
});
