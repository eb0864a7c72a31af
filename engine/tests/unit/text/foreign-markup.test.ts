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
  "<div>\n<p>a <code>==x== **b**</code> a || b, 2 * 3 &nbsp; <b>c</b>\n\t<i>d</i></p>\n</div>",
  "<table>\n<tr><td>0.3**</td><td>0.1***</td></tr></table>",
  "see [a] (**b**) and `{a}`{b}, <b>==</b>, [a](/b/ 'c')",
  "-ing forms, 1.x and 1.5\n-5 degrees, ○○さん\nName: ____, snake__case",
  "C:\\dir\\a, a_1, {a}",
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
  for (const body of ["**甲，*乙。*丙**丁", "*甲，**乙。**丙*丁"])
    expect(readBody(body, "md").issues[0]?.remedy, body).toMatch(
      /^Close it, with a space outside and none inside, or write <strong>, <em>/,
    );
});

test.each([
  ["==**important**==", "1:1"],
  ["a ==x *b* y== c", "1:3"],
  ["==a\nb==", "1:1"],
  ["[b]**x**[/b]", "1:1"],
  ["{{ *x* }}", "1:1"],
  ["$a*b*c_1$", "1:1"],
  ["[[_TOC_]]", "1:1"],
  ["\uf0b7\tone", "1:1"],
  ["∙ one", "1:1"],
  ["⁃ one", "1:1"],
  ["・項目", "1:1"],
  ["A\n•one", "2:1"],
  ["-eins\n-zwei", "1:1"],
  ["1.eins\n2.zwei", "1:1"],
  ["\\begin{x}\na\n\\end{x}", "1:1"],
  ["a \\frac{1}{2}", "1:3"],
  ["x^{2}", "1:2"],
  ["^[A note.]", "1:1"],
  ["a ^sup^", "1:3"],
  ["a __x", "1:3"],
  ["a x__", "1:4"],
  ["[words](my file.md)", "1:1"],
  ["[words](/path with space/)", "1:1"],
  ["> a\n> ~~`b` ==[c](/d/)==", "2:3"],
  ["<div>\n==x== **甲。**乙\n</div>", "2:1 2:7"],
  ["<table><tr><td>H~2~O</td></tr></table>", "1:17"],
  ["<div>\n## A\n[b](/c/) and `d`\n</div>", "2:1 3:1 3:14"],
])("%j is named around other markup and in HTML", (body, at) => {
  expect(places(body).join(" ")).toContain(at);
});
