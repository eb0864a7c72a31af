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
