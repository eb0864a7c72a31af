import { describe, expect, test } from "vitest";
import type { SourceArticle } from "../../../import/source.ts";
import { toPlain } from "../../../import/to-plain.ts";
import { htmlToMarkdown } from "../../../import/html-to-markdown.ts";

const toMarkdown = (html: string, tags?: "wordpress") =>
  htmlToMarkdown(html, 1, () => undefined, tags).markdown.trimEnd();

describe("code keeps every character and its language", () => {
  test.each([
    [
      `<pre lang="php"><?php\n\necho "<b>&amp;";\n?></pre>`,
      '```php\n<?php\n\necho "<b>&amp;";\n?>\n```',
    ],
    [
      '<pre lang="php" escaped="true">echo &quot;&lt;b&gt;&quot;;</pre>',
      '```php\necho "<b>";\n```',
    ],
    [
      '<pre class="brush: jscript; gutter: false">a &lt; b\n\n  [gallery ids="1"]</pre>',
      '```js\na < b\n\n  [gallery ids="1"]\n```',
    ],
    [
      '<pre class="brush: php">one<br />two<br />\nthree</pre>',
      "```php\none\ntwo\nthree\n```",
    ],
    [
      '[sourcecode language="css"]\na > b {\n\n  [x y="1"]\n}\n[/sourcecode]',
      '```css\na > b {\n\n  [x y="1"]\n}\n```',
    ],
    ['[code lang=js]\na = "<br>&lt;";\n[/code]', '```js\na = "<br>&lt;";\n```'],
    ["[php]\n&lt;?php\n[/php]", "```php\n<?php\n```"],
    ["Use [code]x < y[/code] here.", "Use `x < y` here."],
    [
      "Type:\n<code>cd pan\nls</code>\nDone.",
      "Type:\n\n```\ncd pan\nls\n```\n\nDone.",
    ],
    [
      '<!-- wp:code -->\n<pre class="wp-block-code"><code lang="ruby" class="language-ruby">a<br>b</code></pre>\n<!-- /wp:code -->',
      "```ruby\na\nb\n```",
    ],
    [
      '<!-- wp:syntaxhighlighter/code {"language":"python"} -->\n<pre class="wp-block-syntaxhighlighter-code">a &lt; b\n\n\n[code]</pre>\n<!-- /wp:syntaxhighlighter/code -->',
      "```python\na < b\n\n\n[code]\n```",
    ],
    [
      '<pre class="lang:go decode:true">a</pre>\n<pre class="EnlighterJSRAW" data-enlighter-language="rust">b</pre>',
      "```go\na\n```\n\n```rust\nb\n```",
    ],
    [
      '<pre>((a)) [ref]b[/ref]\nhttps://youtu.be/a\n</pre>\n[[gallery ids="1"]]',
      '```\n((a)) [ref]b[/ref]\nhttps://youtu.be/a\n```\n\n\\[gallery ids="1"]',
    ],
  ])("in WordPress: %j", (html, expected) => {
    expect(toMarkdown(html, "wordpress")).toBe(expected);
  });

  test.each([
    [
      '<div class="language-ruby highlighter-rouge"><pre class="highlight"><code><span>puts</span> 1\n</code></pre></div>',
      "```ruby\nputs 1\n```",
    ],
    [
      '<figure class="highlight js"><table><tr><td class="gutter"><pre>1<br>2</pre></td><td class="code"><pre><span>let a;</span><br><span>let b;</span><br></pre></td></tr></table></figure>',
      "```js\nlet a;\nlet b;\n```",
    ],
    ['<pre class="brush: sql">a <b> c</pre>', "```sql\na <b> c\n```"],
    [
      '<script type="syntaxhighlighter" class="brush: js"><![CDATA[\na < b;\n]]></script>',
      "```js\na < b;\n```",
    ],
    [
      '<textarea name="code" class="java" cols="60">a &lt; b;</textarea>',
      "```java\na < b;\n```",
    ],
    ["<pre><div>a</div><div>b</div></pre>", "```\na\nb\n```"],
  ])("elsewhere: %j", (html, expected) => {
    expect(toMarkdown(html)).toBe(expected);
  });
});

describe("a video is a directive or a link on a line of its own", () => {
  const link = "<https://www.youtube.com/watch?v=dQw4w9WgXcQ>";
  const frame = (attributes: string) =>
    `<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ${attributes}></iframe>`;
  test.each([
    [
      "Text\nhttps://vimeo.com/123\nMore",
      "Text\n\n<https://vimeo.com/123>\n\nMore",
    ],
    [
      "<!-- wp:paragraph -->\n<p>Text\nhttps://vimeo.com/123\nMore</p>\n<!-- /wp:paragraph -->",
      "Text\n\n<https://vimeo.com/123>\n\nMore",
    ],
    [
      "<!-- wp:paragraph -->\n<p>Text:<br>https://vimeo.com/123<br>More <em>words</em></p>\n<!-- /wp:paragraph -->",
      "Text:\n\n<https://vimeo.com/123>\n\nMore _words_",
    ],
    [
      '<!-- wp:embed {"url":"https://www.youtube.com/watch?v=dQw4w9WgXcQ"} /-->',
      link,
    ],
    [
      '<!-- wp:core-embed/youtube {"url":"https://vimeo.com/123"} -->\n<figure><div class="wp-block-embed__wrapper">\nhttps://vimeo.com/123\n</div><figcaption>A talk</figcaption></figure>\n<!-- /wp:core-embed/youtube -->',
      "<https://vimeo.com/123>\n\nA talk",
    ],
    ["a [youtube dQw4w9WgXcQ] b", `a\n\n${link}\n\nb`],
    ["[youtube=https://www.youtube.com/watch?v=dQw4w9WgXcQ]", link],
    ['[vimeo id="12345678"]', "<https://vimeo.com/12345678>"],
    ["[youtube]https://youtu.be/a[/youtube]", "<https://youtu.be/a>"],
    [`a ${frame('"')} b`, `a\n\n${link}\n\nb`],
    [
      frame('?feature=oembed" title="A &quot;good&quot; talk"'),
      `::youtube{#dQw4w9WgXcQ title="A 'good' talk"}`,
    ],
    [frame('" title="YouTube video player"'), link],
    [
      frame('?start=30" title="A talk"'),
      "<https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=30s>",
    ],
    [
      '<iframe src="https://player.vimeo.com/video/123?h=ab12&title=0"></iframe>',
      "<https://vimeo.com/123/ab12>",
    ],
    [
      '<iframe src="//www.dailymotion.com/embed/video/x8abc"></iframe>',
      "<https://www.dailymotion.com/video/x8abc>",
    ],
    [
      '<iframe src="https://tube.example/videos/embed/9db9-ab"></iframe>',
      "<https://tube.example/w/9db9-ab>",
    ],
    [
      '<object><param name="movie" value="http://www.youtube.com/v/dQw4w9WgXcQ&hl=en"></object>',
      link,
    ],
    [
      '<script src="https://gist.github.com/a/1.js"></script>',
      "<https://gist.github.com/a/1>",
    ],
  ])("%j", (html, expected) => {
    expect(toMarkdown(html, "wordpress")).toBe(expected);
  });
});

describe("footnotes have their words", () => {
  test.each([
    [
      'One ((The <a href="https://x.example">words</a> (all).)), two [ref]More.[/ref] and three[efn_note]End.[/efn_note].',
      "One[^1], two[^2] and three[^3].\n\n[^1]: The [words](https://x.example) (all).\n\n[^2]: More.\n\n[^3]: End.",
    ],
    ["f((a+b)*(c)) and ((1))", "f((a+b)\\*(c)) and ((1))"],
    ["f((x)), ((really)) and ((a + b))", "f((x)), ((really)) and ((a + b))"],
    ["if ((a &amp;&amp; b)) go", "if ((a && b)) go"],
    ["f((two words)) ((a_b or c_d))", "f((two words)) ((a_b or c_d))"],
    ["A((see pages 4 - 5, below)).", "A[^1].\n\n[^1]: see pages 4 - 5, below"],
    ["$$f((two words)) x$$", "$$f((two words)) x$$"],
    [
      "A((Smith &amp; Sons, 1999)) b ((これは注です)) c ((Ibid.)).",
      "A[^1] b[^2] c[^3].\n\n[^1]: Smith & Sons, 1999\n\n[^2]: これは注です\n\n[^3]: Ibid.",
    ],
    [
      '<p>A<sup data-fn="u" class="fn"><a href="#u" id="u-link">1</a></sup> b<sup data-fn="u" class="fn"><a href="#u" id="u-link-2">1</a></sup></p>\n<ol class="wp-block-footnotes"><li id="u">Words <em>here</em>. <a href="#u-link">↩︎</a></li></ol>',
      "A[^1] b[^1]\n\n[^1]: Words _here_.",
    ],
    [
      '<p>A<sup id="fnref:1"><a href="#fn:1" rel="footnote">1</a></sup></p><div class="footnotes"><hr><ol><li id="fn:1"><p>One.</p><p>Two. <a href="#fnref:1">↩</a></p></li></ol></div>',
      "A[^1]\n\n[^1]: One.\n\n    Two.",
    ],
    [
      '<p>A<a href="#fn-1" id="ref-1">[1]</a></p><p id="fn-1"><a href="#ref-1">[1]</a> Text.</p>',
      "A[^1]\n\n[^1]: Text.",
    ],
    [
      '<p>A<a href="#_ftn1" name="_ftnref1">[1]</a></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> Text.</p>',
      "A[^1]\n\n[^1]: Text.",
    ],
    [
      '<p><a href="#part" id="top">Down</a></p><h2 id="part">Part</h2><p><a href="#top">Up</a></p>',
      "[Down](#part)\n\n## Part\n\n[Up](#top)",
    ],
  ])("%j", (html, expected) => {
    expect(toMarkdown(html, "wordpress")).toBe(expected);
  });
});

test("a footnote in double parentheses is named as guessed, with its line", () => {
  const notes: unknown[] = [];
  htmlToMarkdown(
    "One\n\ntwo ((Three words here)).",
    5,
    (...note) => void notes.push(note),
    "wordpress",
  );
  expect(notes).toContainEqual([
    "guessed",
    'a footnote: "((Three words here))"',
    7,
  ]);
});

describe("an & in an address stays", () => {
  test.each([
    [
      "https://example.org/?p=1&section=2&copy=3",
      "<https://example.org/?p=1&section=2&copy=3>",
    ],
    [
      "<p>see www.example.org/?p=1&copy=2&amp;reg=3, &copy; 2020</p>",
      "see www\\.example.org/?p=1\\&copy=2\\&reg=3, © 2020",
    ],
    [
      "<code>https://example.org/?p=1&lt=2</code>",
      "`https://example.org/?p=1&lt=2`",
    ],
    ["[youtube=https://youtu.be/abc&w=640&h=360]", "<https://youtu.be/abc>"],
    [
      "[vimeo https://vimeo.com/12?h=ab1&w=640]",
      "<https://vimeo.com/12?h=ab1>",
    ],
    [
      "[embed]https://example.org/?w=5&copy=2[/embed]",
      "<https://example.org/?w=5&copy=2>",
    ],
    [
      "[youtube=https://www.youtube.com/watch?v=abc&#038;w=640&amp;h=360&t=3]",
      "<https://www.youtube.com/watch?v=abc&t=3>",
    ],
  ])("%s", (html, expected) => {
    expect(toMarkdown(html, "wordpress")).toBe(expected);
  });

  test("in a title or a description", () => {
    const source = { format: "html" } as SourceArticle;
    expect(toPlain("<b>A</b> https://example.org/?a=1&copy=2", source)).toBe(
      "A https://example.org/?a=1&copy=2",
    );
  });
});

describe("words of two blocks do not melt together", () => {
  const cell = (content: string) =>
    `<table><tr><th>h</th></tr><tr><td>${content}</td></tr></table>`;
  test.each([
    [cell("a\n\nb"), "a b"],
    [cell("<p>a</p><p>b</p>"), "a b"],
    [cell("<ul><li>a</li><li>b</li></ul>c"), "a b c"],
    [cell("a<div>b</div>c"), "a b c"],
    [cell("<pre>a\n\n  b</pre>c"), "`a` `b` c"],
    [cell("<a href='/x'><div>a</div><div>b</div></a>"), "\\[a b\\]\\(/x\\)"],
    [cell("a<h4>b</h4><blockquote>c</blockquote>"), "a b c"],
  ])("%s", (html, words) => {
    expect(toMarkdown(html, "wordpress").split("\n").at(-1)).toMatch(
      new RegExp(`^\\| ${words} +\\|$`),
    );
  });

  test.each([
    ["a<!--more-->b", "a\n\nb"],
    ["<h2><p>a</p><p>b</p></h2>", "## a b"],
    ["<strong><p>a</p><p>b</p></strong>", "**a\\\nb**"],
    [
      "<table><caption>A</caption><tr><th>h</th></tr></table>",
      "A\n\n| h |\n| - |",
    ],
    ["<code>a\n\nb</code>", "```\na\n\nb\n```"],
  ])("%s", (html, expected) => {
    expect(toMarkdown(html, "wordpress")).toBe(expected);
  });
});

test("a block whose content is elsewhere is named; one that only makes space is not", () => {
  expect(
    toMarkdown(
      '<!-- wp:block {"ref":12} /-->\n<!-- wp:spacer /-->',
      "wordpress",
    ),
  ).toBe('`TODO import, line 1: <!-- wp:block {"ref":12} /-->`');
});
