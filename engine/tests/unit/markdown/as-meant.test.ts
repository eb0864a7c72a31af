import { expect, test } from "vitest";
import { findLinks } from "#text/links.ts";
import { readBody } from "#text/body.ts";
import { processor, shikiConfig } from "#markdown/pipeline.ts";
import { render } from "./render.ts";

const link = (address: string, href = address) =>
  `<a href="${href}" rel="external">${address}</a>`;

/** What is written, and the paragraph that readers get. */
const emphasis: [written: string, shown: string][] = [
  ["**甲。**乙", "<strong>甲。</strong>乙"],
  ['**"인용"**은', "<strong>“인용”</strong>은"],
  ["**Note:**text", "<strong>Note:</strong>text"],
  ["__Note:__text", "<strong>Note:</strong>text"],
  ["~~Note:~~text", "<del>Note:</del>text"],
  ["*甲。*乙", "<em>甲。</em>乙"],
  ["_Note:_text", "<em>Note:</em>text"],
  ["***甲。***乙", "<em><strong>甲。</strong></em>乙"],
  ["甲**「乙」**丙", "甲<strong>「乙」</strong>丙"],
  ["甲**[乙](/b/)**丙", '甲<strong><a href="/b/">乙</a></strong>丙'],
  ["**`code`**은", "<strong><code>code</code></strong>은"],
  [
    "**注意：**请勿**触摸**",
    "<strong>注意：</strong>请勿<strong>触摸</strong>",
  ],
  ["**완료🎉**입니다", "<strong>완료🎉</strong>입니다"],
  ["**甲。**𠮷", "<strong>甲。</strong>𠮷"],
  // What CommonMark reads as meant stays, and so does what may be meant otherwise.
  ["*(*foo*)*", "<em>(<em>foo</em>)</em>"],
  ["2**(3 + 4)**5", "2**(3 + 4)**5"],
  ["snake_case and __init__", "snake_case and <strong>init</strong>"],
  ["**甲。乙", "**甲。乙"],
  ["\\*\\*甲。\\*\\*乙 `**甲。**乙`", "**甲。**乙 <code>**甲。**乙</code>"],
];

const addresses: [written: string, shown: string][] = [
  [
    "见 https://example.org/a。后文",
    `见 ${link("https://example.org/a")}。后文`,
  ],
  [
    "www.example.org。",
    `${link("www.example.org", "http://www.example.org")}。`,
  ],
  ["https://example.org/x）。", `${link("https://example.org/x")}）。`],
  ["（https://example.org/a）", `（${link("https://example.org/a")}）`],
  ["https://example.org/a〜b", `${link("https://example.org/a")}〜b`],
  ["https://example.org/a—and", `${link("https://example.org/a")}—and`],
  ["“https://example.org/a” here", `“${link("https://example.org/a")}” here`],
  [
    "https://example.org/a，**乙**",
    `${link("https://example.org/a")}，<strong>乙</strong>`,
  ],
  [
    "https://example.org/日本語",
    link(
      "https://example.org/日本語",
      "https://example.org/%E6%97%A5%E6%9C%AC%E8%AA%9E",
    ),
  ],
  [
    "https://example.org/A–B’s",
    link(
      "https://example.org/A–B’s",
      "https://example.org/A%E2%80%93B%E2%80%99s",
    ),
  ],
];

const print: [written: string, shown: string][] = [
  ['<code>--a "b"...</code> "c"', '<code>--a "b"...</code> “c”'],
  ['<kbd>"</kbd> <samp>a -- b</samp>', '<kbd>"</kbd> <samp>a -- b</samp>'],
  ["<var>x'</var> it's", "<var>x'</var> it’s"],
  ['5\'10", 6\'2" and 27"', "5′10″, 6′2″ and 27″"],
  ["40°26'46.5\"N, 6' tall", "40°26′46.5″N, 6′ tall"],
  ["\"in 1990\", 'in 1990', 1990's", "“in 1990”, ‘in 1990’, 1990’s"],
  ["3'x5' and 3\"X5\"", "3′x5′ and 3″X5″"],
  ["x <--- y", "x &lt;--- y"],
  ['<code>x <b>y</b> "z"</code> "a"', '<code>x <b>y</b> "z"</code> “a”'],
  ["the '90s, 'tis", "the ’90s, ’tis"],
  ['--flag, "--flag" and (--flag)', "--flag, “--flag” and (--flag)"],
  ["a -- b, 1990--2000, a--b", "a – b, 1990–2000, a–b"],
  ["'He said.' She -- 'yes.'", "‘He said.’ She – ‘yes.’"],
  ["A --> B", "A --&gt; B"],
  ["5~10분, 3~4회 ~~gone~~", "5~10분, 3~4회 <del>gone</del>"],
];

test.each([...emphasis, ...addresses, ...print])(
  "%j is shown as meant, in callouts, headings and tables too",
  async (written, shown) => {
    expect((await render(written)).code.trim()).toBe(`<p>${shown}</p>`);
    const { code } = await render(
      `:::note\n${written}\n:::\n\n## ${written}\n\n| A |\n| - |\n| ${written} |\n`,
    );
    expect(code).toContain(`<p>${shown}</p></aside>`);
    expect(code).toContain(`">${shown}</h2>`);
    expect(code).toContain(`<td>${shown}</td>`);
  },
);

test("emphasis before 500 different letters is read", async () => {
  const { code } = await render(
    Array.from(
      { length: 500 },
      (_, index) => `**甲。**${String.fromCodePoint(0x4e00 + index)}\n\n`,
    ).join(""),
  );
  expect(code.match(/<strong>甲。<\/strong>/g)).toHaveLength(500);
});

test("check, rename and MDX read the same", async () => {
  const body = "## **甲。**乙\n\n见 https://example.org/a。后文\n";
  expect(findLinks(body, "md").map(({ address }) => address)).toEqual([
    "https://example.org/a",
  ]);
  expect(readBody(body, "mdx")).toMatchObject({
    anchors: ["甲乙"],
    links: [{ address: "https://example.org/a" }],
  });
  const mdx = await processor.createMdxRenderer?.(
    { syntaxHighlight: "shiki", shikiConfig, gfm: true, smartypants: true },
    { optimize: false },
  );
  const { code } = (await mdx?.process(
    `${body}\n<code>--a "b"</code> <kbd>"</kbd>\n`,
    "/articles/one.mdx",
    {},
  )) ?? { code: "" };
  expect(code).toContain('children: "甲。"');
  expect(code).toContain('"--a \\"b\\""');
  expect(code).not.toMatch(/[\u2800-\u28ff\u0001-\u0008]|gatepost:hidden/);
});
