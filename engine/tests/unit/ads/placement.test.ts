import { describe, expect, test } from "vitest";
import { readBlocks, toBreak } from "#ads/placement.ts";

const words = "words ".repeat(20).trim();
const blocks = {
  p: `<p>${words}</p>`,
  h: "<h2>A heading</h2><a href=#></a>",
  list: `<ul><li>${words}</ul>`,
  figure: `<figure><pre><code>${words}</code></pre></figure>`,
  callout: `<aside class="callout"><p>${words}</p></aside>`,
  call: `<section><h2>A book</h2><p>${words}</p></section>`,
  picture: '<p><img src="a.png" alt="<p>"></p>',
};
/** A text of the blocks named, and the text with an | where an advertisement interrupts it. */
const interrupt = (names: string) => {
  const list = names.split(" ") as (keyof typeof blocks)[];
  const html = `<div class="prose">${list.map((name) => blocks[name]).join("\n")}</div>`;
  const found = toBreak(readBlocks(html));
  if (!found) return names;
  const before = html.slice(0, found.start);
  const count = list.findIndex(
    (_, index) =>
      before.trimEnd() ===
      `<div class="prose">${list
        .slice(0, index)
        .map((name) => blocks[name])
        .join("\n")}`.trimEnd(),
  );
  return list.toSpliced(count, 0, "|" as "p").join(" ");
};

describe("the advertisement in a text", () => {
  test.each([
    ["p p p p p p", "p p | p p p p"],
    ["p p h p p p", "p p | h p p p"],
    ["p list p p p p p", "p list p | p p p p"],
    ["p p figure p p p p p", "p p figure p | p p p p"],
    ["p p callout p p p p p", "p p callout p | p p p p"],
    ["p picture p p p p p", "p picture p | p p p p"],
    ["p p call p p p p p", "p p call p | p p p p"],
    ["h p h p p p p", "h p h p | p p p"],
  ])("%s becomes %s", (text, expected) =>
    expect(interrupt(text)).toBe(expected),
  );

  test.each([
    ["a text without two paragraphs in a row", "p list p list p list p list"],
    ["a text with none there", "p p list list list list list list p p"],
    ["an empty text", "picture"],
  ])("is omitted in %s", (_, text) => expect(interrupt(text)).toBe(text));
});

describe("the blocks of a text", () => {
  const read = (html: string) =>
    readBlocks(`<div>${html}</div>`).map(({ name, length }) => [name, length]);

  test("are its top-level elements, with the lengths of their texts", () => {
    expect(
      read("<p>One <b>two</b></p>\n<hr><ul><li>1<li>2</ul><P>3</P>"),
    ).toEqual([
      ["p", 6],
      ["hr", 0],
      ["ul", 2],
      ["p", 1],
    ]);
  });

  test("are not in comments, scripts, styles or attributes", () => {
    expect(
      read(
        '<!-- <p> --><style>a{}</style><div title="<p>"><script>"<p>"</script>a</div>',
      ),
    ).toEqual([["div", 1]]);
  });

  test("that are never closed have no others after them, so that nothing is put inside one", () => {
    expect(read("<section><p>1</p></div>")).toEqual([["section", 1]]);
    expect(readBlocks("<div><blockquote><p>1</p><p>2</p>")).toHaveLength(1);
  });

  test("are read in a time that grows with the text", () => {
    const hostile = ["<p ", "<p>", '<p a="', `<p '"`, "<!-- ", "<script>"];
    for (const piece of hostile)
      expect(readBlocks(`<div>${piece.repeat(20_000)}`).length).toBeLessThan(2);
  });
});
