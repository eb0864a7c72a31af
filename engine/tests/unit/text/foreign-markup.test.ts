import { expect, test } from "vitest";
import { readBody } from "#text/body.ts";

const places = (body: string) =>
  readBody(body, "md").issues.map(({ line, column }) => `${line}:${column}`);

test.each([
  "~5 to ~10, ~/bin, 서울~부산~대구, (~5)",
  "x^2 + y^2 and ^_^",
  "a == b == c, a==b, `==x==`, <code>==x==</code>, \\==x==",
  "C++ and g++ --x++, a || b",
  "10:30:45, std::vector::begin, a:b, https://example.org/:a:",
  "From $5 to $10, US$7_000, cost=$5",
  "\\(not a link\\), see [1] (2), f(x)[0], [s]he [i]",
  "**x** · y, a • b\n– by somebody",
  "#hashtag, 2**10, 2 ** 3, __init__ and foo__bar__baz",
  "## Two lines\n\nA title\n---\n\nText.\n\n---",
  "    const a = 1;",
  "|x| < 5 and a\tb",
  "a) only\nand (b) text, 1. one, f[i](x, y)",
  "[words](/articles/ 'A title') and ![a](<my file.png>)",
  "<code>x <b>y</b> ==c==</code> and <kbd>==x==</kbd>",
  "??? really, !!! yes",
  "f(x)*g(y)*h, 5*(3+4)*x, only 5.*",
  "R&D, AT&T, &amp;unknown;",
])("%j is as its writer meant it", (body) => {
  expect(places(body)).toEqual([]);
});

test("each place is named, in headings, lists, quotations and tables too", () => {
  expect(
    places(
      "## A ==b== and ==c==\n\n- • one\n  • two\n\n> d^2^\n> e ++f++\n\n| :tada: | `:a:` |\n| - | - |\n| g | H~2~O |",
    ),
  ).toEqual(["1:6", "1:16", "3:3", "6:4", "7:5", "9:3", "11:8"]);
});

test("emphasis that can be read in two ways needs a space outside or an element", () => {
  for (const body of ["**甲，*乙。*丙**丁"])
    expect(readBody(body, "md").issues[0]?.remedy, body).toMatch(
      /^Close it, with a space outside and none inside, or write <strong>, <em>/,
    );
});
