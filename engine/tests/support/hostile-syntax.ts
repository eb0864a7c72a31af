import { findParseLimit } from "#text/body-limits.ts";

/** Pieces of Markdown and of other markup. Repeated, each makes some search slow that has no bound. */
const pieces = [
  ..."- -- --> <-- www. https:// www.a, https://a~ a^[ ^[a ^^ a~ ~a ~~".split(
    " ",
  ),
  ..."\\( \\[ \\(a $ $a $$ { {{ {% {: {.a [b] [b]a [url= [caption [[ ![[a [a]( [a](b".split(
    " ",
  ),
  ..."== ==a ++a ||a %%a :a +a & &a 5' '9 \" 5'1 1½ ... * **a _ __a <code> <b".split(
    " ",
  ),
  ..."<!-- --!> <? <! </ <![CDATA[ <a=' <a=\" • · |a| (a)[ \\ \\begin{ \\frac{a a^{".split(
    " ",
  ),
  "[a] (",
  "[a](b c",
  "[a](/b “",
  "1 5'",
  "\t",
  "a\t",
  "a ",
  "\u00a0",
  "**甲。",
  "** a",
  "a *(b)*",
  "• a\n",
  "1、b\n",
  "| a |\n",
  "a\tb\n",
  ": a\n",
  "<div>\n",
];

/** Up to 5 KB of each in one paragraph, as many as are parsed at all. */
export const hostileSyntax: [what: string, body: string][] = [
  ...pieces.map((piece): [string, string] => {
    let body = piece.repeat(5_000 / piece.length);
    while (findParseLimit(body, "md"))
      body = piece.repeat((body.length * 0.8) / piece.length);
    return [JSON.stringify(piece), body];
  }),
  ...[":a[", ":a", `:x{a=":y{b=':z`, "\n:::note", "![:a](b)"].map(
    (piece): [string, string] => [
      `${JSON.stringify(piece)} in a callout`,
      `:::note\n${piece.repeat(5_000 / piece.length)}\n:::`,
    ],
  ),
  ...["<div>\n<", "<div>\n<a ", "<div>\n==", "<div>\n$"].map(
    (opening): [string, string] => [
      `${JSON.stringify(opening)} and one long word`,
      opening + "a".repeat(5_000),
    ],
  ),
];
