import { htmlToHast, markdownToHtml } from "satteri";
import { describe, expect, test } from "vitest";
import { toPlainMarkdown } from "#markdown/plain-markdown.ts";

const page = "https://saucepan.example/articles/a/";
/** The text of some HTML on one line. */
const textOf = (html: string): string => {
  type Node = { value?: string; children?: Node[] };
  const read = ({ value, children = [] }: Node): string =>
    value ?? children.map(read).join("");
  const root = htmlToHast(html, { fragment: true }) as Node;
  return read(root).replace(/\s+/g, " ").trim();
};
const bodyOf = (html: string) =>
  toPlainMarkdown("A", html).replace(/^# A\n+/, "");

describe("HTML of feeds as plain Markdown", () => {
  test("the title becomes the first heading, as plain text", () => {
    expect(toPlainMarkdown("<b> & [a](b) *c*", "")).toBe(
      "# \\<b> & \\[a\\](b) \\*c\\*\n",
    );
  });

  test.each([
    [
      "code keeps its language, and fences inside it",
      '<pre class="language-js"><code>a();\n```\n</code></pre>',
      "````js\na();\n```\n````\n",
    ],
    [
      "code in plain text has no language",
      '<pre class="language-text"><code>a</code></pre>',
      "```\na\n```\n",
    ],
    [
      "code without a language has none",
      '<pre class="language-plaintext"><code>a</code></pre>',
      "```\na\n```\n",
    ],
    [
      "emphasis on part of a word survives",
      "<p><em>certi</em>ficate, un<em>believ</em>able, <strong>b</strong>old</p>",
      "*certi*ficate, un*believ*able, **b**old\n",
    ],
    [
      "code with highlighted lines is plain code",
      '<pre class="language-ts"><code><mark>a</mark>\nb</code></pre>',
      "```ts\na\nb\n```\n",
    ],
    [
      "changed code becomes a diff under its file name",
      '<figure><figcaption>a.ts</figcaption><pre class="language-ts"><code><del>-a</del>\n<ins>+b</ins></code></pre></figure>',
      "`a.ts`\n\n```diff\n-a\n+b\n```\n",
    ],
    [
      "a picture keeps its alt text and caption",
      '<figure><img src="https://a.org/a.svg" alt="Two posts"><figcaption>An oven.</figcaption></figure>',
      "![Two posts](https://a.org/a.svg)\n\n*An oven.*\n",
    ],
    [
      "a picture without alt text is left out",
      '<p>A<img src="https://a.org/a.svg" alt=""> b.</p>',
      "A b.\n",
    ],
    [
      "a table keeps its alignment and caption",
      '<table><caption>Two</caption><thead><tr><th>A</th><th align="right">B | C</th></tr></thead><tbody><tr><th>1</th><td align="right">2</td></tr></tbody></table>',
      "*Two*\n\n| A | B \\| C |\n| --- | --: |\n| 1 | 2 |\n",
    ],
    [
      "tasks keep their boxes, in tight and loose lists",
      "<ul><li><span>☐</span> a</li><li><span>☑</span> b</li></ul><p>-</p><ul><li><p><span>☑</span> c</p></li></ul>",
      "- [ ] a\n- [x] b\n\n\\-\n\n- [x] c\n",
    ],
    [
      "elements without a Markdown form stay HTML if the text alone would mean something else",
      "<p>10<sup>2</sup> H<sub>2</sub>O <ins>new</ins> <mark>m</mark> <abbr>SRE</abbr> <small>(long)</small></p>",
      "10<sup>2</sup> H<sub>2</sub>O <ins>new</ins> m SRE (long)\n",
    ],
    [
      "text that looks like Markdown is escaped",
      "<p>1. *a* _b_ [c] &lt;d&gt; &amp;amp;</p><p># e</p>",
      "1\\. \\*a\\* \\_b\\_ \\[c\\] \\<d> \\&amp;\n\n\\# e\n",
    ],
  ])("%s", (_, html, markdown) => {
    expect(bodyOf(html)).toBe(markdown);
  });

  test("footnotes become footnotes again, with their names and content", () => {
    expect(
      bodyOf(
        `<p>A<sup><a href="${page}#user-content-fn-caf%C3%A9" id="user-content-fnref-caf%C3%A9">1</a></sup> b<sup><a href="${page}#user-content-fn-caf%C3%A9" id="user-content-fnref-caf%C3%A9-2">1</a></sup></p>
<section><h2 id="footnote-label">Notes</h2>
<ol><li id="user-content-fn-caf%C3%A9"><p>One.</p><pre class="language-sh"><code>ls</code></pre><p>Two. <a href="${page}#user-content-fnref-caf%C3%A9">↩</a> <a href="${page}#user-content-fnref-caf%C3%A9-2">↩<sup>2</sup></a></p></li></ol></section>`,
      ),
    ).toBe(
      "A[^café] b[^café]\n\n[^café]: One.\n\n    ```sh\n    ls\n    ```\n\n    Two.\n",
    );
  });

  test("a <section> becomes its text", () => {
    expect(
      bodyOf("<section><h2>Notes</h2><p>a</p></section><div><p>b</p></div>"),
    ).toBe("## Notes\n\na\n\nb\n");
  });
});

describe("the result renders to the same text", () => {
  const texts =
    `a|a |&nbsp;b|*|**c|(d)|!|\`|\`\`e|1. f|2) g|# h|i #|_j_|k_l|~~m~~|\\\\|[n](o)|[^p]|&amp;amp;|&lt;q&gt;|- r|+|===|---|:::|&#124;|“s”|t!`.split(
      "|",
    );
  const blocks: [string, (html: string) => string][] = [
    ["a paragraph", (html) => `<p>${html}</p>`],
    ["a heading", (html) => `<h2>${html}</h2>`],
    ["a list", (html) => `<ul><li>${html}</li></ul>`],
    [
      "a cell of a table",
      (html) => `<table><tr><th>x</th></tr><tr><td>${html}</td></tr></table>`,
    ],
  ];
  const features = { gfm: true, smartPunctuation: false };

  test.each(blocks)("in %s, for every pair of neighbours", (_, toBlock) => {
    for (const one of texts)
      for (const other of texts) {
        const element = (name: string, html = other) =>
          `<${name} href="https://x.org/(y)_z">${html}</${name}>`;
        for (const inline of [
          ...["em", "del", "code", "a"].map(
            (name) => one + element(name) + one,
          ),
          `<strong>${one}${element("em")}</strong>${element("em")}${element("a", element("em"))}`,
        ]) {
          const markdown = bodyOf(toBlock(inline));
          const { html } = markdownToHtml(markdown, { features });
          expect(textOf(html), `${inline}\n${markdown}`).toBe(
            textOf(toBlock(inline).replaceAll("><t", "> <t")),
          );
        }
      }
  });
});
