import { describe, expect, test } from "vitest";
import { readCsv, readPage } from "../../../import/html-pages.ts";
import {
  toParagraphs,
  toWordPressParagraphs,
} from "../../../import/paragraphs.ts";
import { spaced } from "../../../import/to-body.ts";
import { toPlain } from "../../../import/to-plain.ts";
import { opener, tag } from "../../../import/templates.ts";
import {
  blockId,
  comment,
  hasWikilink,
  highlight,
  wikilink,
} from "../../../import/wikilinks.ts";
import {
  shortcode,
  splitText,
  toHtml,
} from "../../../import/wordpress-text.ts";
import { escapeXhtml } from "../../../import/xml.ts";

const place = { file: "a.html", root: "/", path: "a.html" };
const body = '<section data-field="body">';

/** All that reads the text of an import with expressions. */
const readers: Record<string, (text: string) => unknown> = {
  toHtml: (text) => toHtml(text, true, 1, () => undefined),
  toParagraphs: (text) => toParagraphs(text, false),
  toWordPressParagraphs,
  shortcodes: (text) => splitText(text, shortcode),
  "template tags": (text) => splitText(text, tag),
  toPlain: (text) => toPlain(`${text} `, { format: "md" } as never),
  "Medium's page": (text) => readPage(`${body}${text}</section>`, place),
  readCsv,
  escapeXhtml: (text) => escapeXhtml(`<feed >${text}`),
  hasWikilink,
  ...Object.fromEntries(
    Object.entries({
      opener,
      spaced,
      comment,
      highlight,
      blockId,
      wikilink,
    }).map(([name, form]) => [name, (text: string) => splitText(text, form)]),
  ),
};

const openers = [
  "[",
  "[[",
  "[[a",
  "![[a#",
  "[a](b ",
  "[a](b (",
  "((",
  "((a ",
  "(",
  "`",
  "``` ",
  "\n```",
  "~~~\n",
  " ",
  "\n ",
  "\t^a",
  " ^",
  "==",
  "==a",
  "==[[",
  "%%",
  "1%%a",
  "%",
  "<",
  "<a ",
  '<a "',
  "<p",
  "<br ",
  "<br>",
  "<form ",
  "<svg ",
  "<svg>",
  "<div ",
  '<div data-attrs="',
  "<h1 graf--title ",
  "<pre ",
  "<pre>",
  "<code>",
  "<section ",
  "<!--",
  "<!-- wp:x ",
  '"language":"a"',
  "<!--more",
  "<!-- wp:embed {",
  "<![CDATA[",
  "<content ",
  '<content type="xhtml">',
  "<!DOCTYPE ",
  "[code ",
  "[code]",
  "[php]",
  "[youtube ",
  "[ref]",
  "[latex]",
  "$latex ",
  "$$",
  "\\(",
  "\\[",
  " a=b",
  "https://",
  "https://a?&",
  "&a",
  "{{",
  "{{< ",
  "{{< highlight ",
  "{% raw ",
  "{%",
  "{:",
  "a",
  '"',
  '"a',
  ',"',
  "a\n",
];

const texts = [
  ...openers.map((piece) => piece.repeat(40_000 / piece.length)),
  `<!-- wp:x ${'"language":"a"'.repeat(7000)}`,
  `[aa${" a=b".repeat(25_000)}`,
];

describe("reading 40 KB of one opener ends, without an error", () => {
  test.each(Object.entries(readers))("%s", (_, read) => {
    for (const text of texts) expect(() => read(text)).not.toThrow();
  });
});
