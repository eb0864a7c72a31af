/** Markup of other programs, which readers would see as it is typed: what it looks like, and what to write instead. */
export type Foreign = {
  pattern: RegExp;
  remedy: string;
  problem?: string;
  isLine?: boolean;
};

/** Stand in the searched text for bare addresses, and for code, pictures and markers. */
export const address = "\ufffb";
export const other = "\ufffc";

const start = /^[\t >]*/.source;
/** Spaces that do not count after # or -: non-breaking, as typed with the option key, and full-width. */
export const wideSpace = "\u00a0\u3000";

/** Characters that only begin an item of a list, the last ones as Word writes them. */
export const bullets = "•∙⁃▪▫◦‣・\\uf0a7\\uf0b7\\uf0d8\\uf0fc";
/** Those that may begin a sentence too, if no space follows. */
export const shapes = "·●○■□➢➤☐☑";
const item = `(?:[${bullets}]|[${shapes}][ \\t${wideSpace}]|o\\t)`;

/** Two or more lines that begin with this: one may be a sentence. */
const twice = (begin: string) =>
  `${start}${begin}[^\\n]*(?:\\n[\\t >]*${begin}[^\\n]*)+`;

const rows: readonly Foreign[] = [
  {
    pattern: /(?<=[\p{L})])~[\da-z+−-]{1,4}~(?![~\p{N}])/u,
    remedy: "Write H<sub>2</sub>O for small characters below the line.",
  },
  {
    pattern: /(?<![\p{L}\p{N}~])~(?=[^\s~])[^~\n]*[^\s~]~(?![\p{L}\p{N}~])/u,
    remedy: "Write ~~two tildes~~ to strike words out, or \\~ for a tilde.",
  },
  {
    pattern: /(?<!\^)\^[\p{L}\p{N}+−-]{1,10}\^(?!\^)/u,
    remedy: "Write m<sup>2</sup> for small characters above the line.",
  },
  {
    pattern: /(?<!\^)\^\[[^[\]\n]+\]/u,
    remedy: "Write [^name] here, and [^name]: with the note on its own line.",
  },
  {
    pattern: /(?<![=!<>\w])==(?=[^\s=])[^=]{0,500}[^\s=\\]==(?!=)/u,
    remedy: "Write <mark>…</mark> to mark words.",
  },
  {
    pattern: /(?<![\p{L}\p{N}+])\+\+(?=[^\s+])[^+\n]*[^\s+]\+\+(?!\+)/u,
    remedy: "Write <ins>…</ins> for words that were added.",
  },
  {
    pattern: /(?<![\p{L}\p{N}|])\|\|(?=[^\s|])[^|\n]*[^\s|]\|\|(?!\|)/u,
    remedy:
      "Write <details> with a <summary> for what readers open themselves.",
  },
  {
    pattern: /%%[^%\n]+%%/u,
    remedy: "Write <!-- … --> for a comment, which readers never see.",
  },
  {
    pattern:
      /(?<![\p{L}\p{N}:]):(?:\+1|-1|[a-z][a-z0-9_+-]*[a-z0-9]):(?![\p{L}\p{N}:])/u,
    remedy: "Write the emoji itself, or \\: for the colons.",
  },
  {
    pattern:
      /\$\$(?:[^]*?\$\$)?|\\begin\{[^]{0,1000}?\\end\{[^{}\n]*\}|\\[a-z]+\*?\{[^{}\n]*\}|(?<=[\p{L}\p{N})\]])[_^]\{[^{}\n]*\}|(?<![\p{L}\p{N}$])\$(?=[^\s$])(?=[^$\n]*[\\^_{}=])[^$\n]*(?<=\S)\$(?![\p{N}$])|\\\((?=[^\n]{0,500}?(?:\\[a-z]|[\^_=]))[^\n]{0,500}?\\\)|\\\[(?=[^]{0,500}?(?:\\[a-z]|[\^_=]))[^]{0,500}?\\\]/u,
    remedy:
      "Write the formula in words, as `code` or as a picture with alt text.",
  },
  {
    pattern: new RegExp(
      `${start}\\[\\[?[_${other}]?(?:toc|TOC)[_${other}]?\\]?\\][ \\t]*$|\\{:toc\\}`,
    ),
    remedy: "Delete it: a table of contents appears by itself.",
  },
  {
    pattern: /!\[\[[^[\]\n]+\]\]/u,
    remedy: "Write ![what it shows](./picture.png).",
  },
  {
    pattern: /\[\[[^[\]\n]+\]\]/u,
    remedy: "Write [the words of the link](/articles/its-name/).",
  },
  {
    pattern: /\{%[^%]*%\}|\{\{[^{}]*\}\}/u,
    remedy: "Write what this would insert, or put it in `code`.",
  },
  {
    pattern:
      /(?<!::[\w-]* ?)\{:?[ ]*[.#][\w-][^{}\n]*\}|\{:[^{}\n]*\}|(?<=^|[)\ufffc])\{\w+=[^{}\n]+\}/u,
    remedy: "Delete it: a text has no classes, ids or styles of its own.",
  },
  {
    pattern:
      /\[\/?(?:caption|embed|gallery|sourcecode)\b[^\]\n]*\]|\[(?<bb>b|i|u|s|url|img|quote|code|color|size)(?:=[^\]\n]*)?\][^]{0,500}?\[\/\k<bb>\]/u,
    remedy: "Write it in Markdown.",
  },
  {
    pattern: /\[[^[\]\n]*\]\((?=[^()\n]*[/.])[^()\n]*[^\S\n][^()\n]*\)/u,
    problem: "This is no link and no picture.",
    remedy:
      'Write an address with spaces as <my file.png>, and straight quotes around a title: "…".',
  },
  {
    pattern:
      /\[[^[\]\n]+\] *\((?:\ufffb|(?<= \()\/[^\s)]*\))|\([^()\n]+\)\[(?:\ufffb|https?:|\/[^\s\]]*\])/u,
    problem: "This is no link.",
    remedy:
      "Write [the words](the address), with nothing between the brackets.",
  },
  {
    pattern: new RegExp(
      `${start}${item}[^\\n]*(?:\\n[\\t >]*${item}[^\\n]*)*|${twice("[-*+]\\p{L}")}|${start}1[.)]\\p{L}{2}[^\\n]*|${twice(`[–—][ ${wideSpace}]`)}|${twice("[a-zA-Z][.)][ \\t]")}|${twice("(?:\\d+[、）．]|[（(]\\d+[）)]|[①-⑳])")}`,
    ),
    problem: "These characters make no list.",
    remedy: "Begin each item with - and a space, after an empty line.",
  },
  {
    pattern: new RegExp(`${start}\\[[ xX]\\] `),
    remedy: "Write - [ ] for an item of a checklist.",
  },
  {
    pattern: new RegExp(
      `${start}(?:#{1,6}|[-*+]|\\d{1,9}[.)])[${wideSpace}]|${start}#{2,6}(?=[^\\s#])|${start}＃+`,
    ),
    problem:
      "This makes no heading and no list: it needs plain characters and a plain space.",
    remedy: "Write ## or - and a plain space.",
  },
  {
    pattern: new RegExp(
      `${start}(?:!!!|\\?\\?\\?)\\+? ?(?:abstract|admonition|attention|bug|caution|danger|error|example|failure|hint|important|info|note|question|quote|seealso|success|summary|tip|todo|warning)\\b`,
    ),
    remedy: "Write :::note, the text and ::: on separate lines.",
  },
  {
    pattern: /(?<=\S\n)[\t >]*:[ \t]+\S[^\n]*/u,
    remedy: "Write <dl><dt>a term</dt><dd>what it means</dd></dl>, or a list.",
  },
  {
    pattern: new RegExp(
      `${start}\\|[^\\n]*\\|[ \\t]*$(?:\\n[\\t >]*\\|[^\\n]*\\|[ \\t]*$)*`,
    ),
    problem: "This is no table: it has no line of hyphens.",
    remedy: "Add | - | - | below its first line, with as many columns.",
  },
  {
    pattern: /^[^\t\n]+\t[^\n]+\n[^\t\n]+\t[^\n]+/u,
    problem: "Tabs make no columns.",
    remedy: "Write a table: | One | Two |, and | - | - | below its first line.",
  },
  {
    pattern:
      /\*\* [^*\n]+ \*\*|(?<![\d\s*])\*{2,3}(?!\*)|(?<!\*)\*{2,3}(?![\d\s*])|(?<![\s~])~~(?!~)|(?<!~)~~(?![\s~])|(?<![\p{L}\p{N}_])__(?=[^\s_])|(?<=[^\s_])__(?![\p{L}\p{N}_])|(?<![!-~])\*(?=[^\s*])[^*\n]*[^\s*\\]\*(?![\w*(])|(?<=\p{L})\*(?![!-~])\p{P}[^*\n]*[^\s*\\]\*(?!\*)/u,
    remedy:
      "Close it, with a space outside and none inside, or write <strong>, <em> or <del>; \\ before each character keeps it.",
  },
  {
    pattern: /&[A-Za-z][A-Za-z0-9]{1,30};/u,
    remedy: "Write the character itself, or &amp; for the &.",
  },
];

export const foreign: readonly Foreign[] = rows.map((row) => ({
  ...row,
  isLine: row.pattern.source.startsWith(start),
}));

/** The same in an HTML block, where Markdown is not read either; a lone * or ** there may belong to a table of numbers. */
export const inHtml: readonly Foreign[] = [
  ...foreign.filter(
    ({ isLine, problem, pattern }) =>
      !isLine && !problem && !/^(?:&|\\\*)/.test(pattern.source),
  ),
  {
    pattern:
      /\*\*(?=[^\s*\ufffc])[^*\n]+\*\*|~~(?=[^\s~])[^~\n]+~~|!?\[[^[\]\n]+\]\([^()\s]+\)|`[^`\n]+`|^[\t ]*#{2,6} \S[^\n]*/u,
    remedy:
      "Put an empty line before and after Markdown in HTML, or write HTML.",
  },
];
