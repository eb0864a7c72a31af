import { describe, expect, test } from "vitest";
import {
  toParagraphs,
  toWordPressParagraphs,
} from "../../../import/paragraphs.ts";

describe("a classic WordPress text has the paragraphs that WordPress shows", () => {
  test.each([
    ["one\n\ntwo\nthree", "<p>one</p>\n\n<p>two<br>\nthree</p>"],
    // One paragraph, block or element changes nothing for the others.
    [
      'one\n\n<p style="x">two</p>\nthree\n\nfour',
      '<p>one</p>\n\n<p style="x">two</p>\n<p>three</p>\n\n<p>four</p>',
    ],
    [
      '<p class="a">one\n\ntwo</p>three',
      '<p class="a">one\n\n<p>two</p><p>three</p>',
    ],
    ["before\n<h2>T</h2>\nafter", "<p>before\n</p><h2>T</h2>\n<p>after</p>"],
    ["<div>in</div>out", "<div>in</div><p>out</p>"],
    [
      "<ul>\n<li>one</li>\n<li>two\n\nmore</li>\n</ul>",
      "<ul>\n<li>one</li>\n<li>two\n\n<p>more</p></li>\n</ul>",
    ],
    [
      "<blockquote>one\n\ntwo</blockquote>",
      "<blockquote><p>one</p>\n\n<p>two</p></blockquote>",
    ],
    ["one<br /><br />two<br />\nthree", "<p>one</p><p>two<br />\nthree</p>"],
    ["<pre>a\n\nb</pre>\nc\n\nd", "<pre>a\n\nb</pre>\n<p>c</p>\n\n<p>d</p>"],
    [
      "<script>\n\na\n\n</script>\n\nb",
      "<p><script>\n\na\n\n</script></p>\n\n<p>b</p>",
    ],
    ["one\n<!--more-->\ntwo", "<p>one<br>\n<!--more-->\ntwo</p>"],
    ['<a\n\nhref="x">y</a>', '<p><a\n\nhref="x">y</a></p>'],
    ["one\n<hr />\ntwo", "<p>one\n</p><hr />\n<p>two</p>"],
    ["1 < 2\n\n3", "<p>1 < 2</p>\n\n<p>3</p>"],
  ])("%j", (text, expected) => {
    expect(toWordPressParagraphs(text)).toBe(expected);
  });
});

test("the blocks of a WordPress text stay, and the text between them has paragraphs", () => {
  const block = (name: string, html: string) =>
    `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->`;
  const group = block("group", `<div>\n\n${block("html", "a\n\nb")}\n\n</div>`);
  expect(
    toWordPressParagraphs(
      `one\n\ntwo\n\n${group}\n\nthree\nfour\n<!-- wp:spacer {"height":"9px"} /-->\nfive`,
    ),
  ).toBe(
    `<p>one</p>\n\n<p>two</p>\n\n${group}\n\n<p>three<br>\nfour\n</p><!-- wp:spacer {"height":"9px"} /-->\n<p>five</p>`,
  );
});

test("in other HTML only repeated line breaks make paragraphs", () => {
  expect(
    toParagraphs("<div>one\ntwo<br><br/>\n<b>three</b>\n\nfour</div>", false),
  ).toBe("<div>one\ntwo\n<p><b>three</b>\n\nfour</p></div>");
  expect(toParagraphs("one<br>\n<span><br>two</span>", false)).toBe(
    "<p>one\n<span></p><p>two</span></p>",
  );
});
