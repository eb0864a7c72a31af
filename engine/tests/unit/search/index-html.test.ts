import { expect, test } from "vitest";
import { toIndexHtml } from "#search/index-html.ts";
import { fromIndexed } from "#search/index-words.ts";
import { toArticlePage } from "../../support/search-index.ts";

const textOf = (html: string): string =>
  fromIndexed(
    /data-day="20260502">(.*)<\/div><\/body>/s
      .exec(toIndexHtml(toArticlePage("One", html)) ?? "")?.[1]
      ?.replace(/ +/g, " ")
      .trim() ?? "",
  );

test("inner tags are dropped; words stay whole and blocks apart; headings keep their weight", () => {
  expect(
    textOf(
      `<div class="prose"><h2 id="a">A <em>head</em>ing</h2><p>S<b>aa</b>S<br>and<sup><a href="#n">1</a></sup></p><ul><li>one</li><li>two</li></ul></div>`,
    ),
  ).toBe("<h2>A heading</h2> SaaS and 1 one two");
});

test("characters that HTML escapes are those of words and stay escaped", () => {
  expect(
    textOf("<p>R&amp;D &lt;b&gt; &#39;x&#x27; caf&eacute; &amp;eacute;</p>"),
  ).toBe("R&amp;D &lt;b> 'x' caf&eacute; &amp;eacute;");
});

test("a page without an article's text is not indexed", () => {
  expect(toIndexHtml("<h1>Archive</h1>")).toBeUndefined();
});

test.each([
  ["en-GB", "en-GB"],
  ["de", "de"],
  ["ja", "und"],
  ["zh-Hant", "und"],
])("a site in %s is indexed as %s", (language, indexed) => {
  expect(toIndexHtml(toArticlePage("One", ""), language)).toMatch(
    `<html lang="${indexed}">`,
  );
});
