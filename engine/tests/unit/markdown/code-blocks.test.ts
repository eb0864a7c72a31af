import { describe, expect, test } from "vitest";
import { processor, shikiConfig } from "#markdown/pipeline.ts";
import { render } from "./render.ts";

const linesOf = (code: string) =>
  [
    ...code.matchAll(
      /<(span|mark|ins|del) class="line">(.*?)<\/\1>(?=\n|<\/code)/g,
    ),
  ].map(([, name, line]) => [name, line?.replace(/<[^>]+>/g, "")]);

test("a code block shows its file name", async () => {
  const { code } = await render(
    '```ts title="src/a b&c.ts"\nlet a;\n```\n\n```ts\nlet b;\n```',
  );
  expect(code).toMatch(
    /<figure class="code-block" data-language="ts"><figcaption>src\/a b&(?:amp|#x26);c\.ts<\/figcaption><pre [^]*<\/pre><\/figure>/,
  );
  expect(code).toMatch(/<div class="code-block"[^>]*><pre [^]*<\/pre><\/div>/);
});

test("highlighted, added and removed lines are marked elements, and changes have a sign as text", async () => {
  const { code } = await render(
    "```js {1} ins={2} del={3-4}\na();\nb();\n\nd();\ne();\n```",
  );
  expect(linesOf(code)).toEqual([
    ["mark", " a();"],
    ["ins", "+b();"],
    ["del", "-"],
    ["del", "-d();"],
    ["span", " e();"],
  ]);
  expect(code.match(/<span class="sign">/g)).toHaveLength(5);
});

test("without changes, no line has a sign", async () => {
  const { code } = await render("```js {2-3,5}\n1\n2\n3\n4\n5\n```");
  expect(linesOf(code)).toEqual([
    ["span", "1"],
    ["mark", "2"],
    ["mark", "3"],
    ["span", "4"],
    ["mark", "5"],
  ]);
  expect(code).not.toContain("sign");
});

test("a diff uses its own signs, and its lines may be highlighted", async () => {
  const { code } = await render("```diff {1}\n a\n-b\n+  c\n\nd\n```");
  expect(linesOf(code)).toEqual([
    ["mark", " a"],
    ["del", "-b"],
    ["ins", "+  c"],
    ["span", " "],
    ["span", " d"],
  ]);
});

describe("options after the language are kept", () => {
  const text = '```js title="a:b.js" {1}\nlet a;\n```';

  test("next to HTML and callouts", async () => {
    const { code } = await render(`${text}\n\n<br>\n\n:::note\nA.\n:::`);
    expect(code).toContain("<figcaption>a:b.js</figcaption>");
    expect(linesOf(code)).toEqual([["mark", "let a;"]]);
    expect(code).not.toContain("data-meta");
  });

  test("in lists, quotations and callouts", async () => {
    const inside = text.replaceAll("\n", "\n  ");
    const { code } = await render(
      `- A\n\n  ${inside}\n\n> ${text.replaceAll("\n", "\n> ")}\n\n:::note\n${text}\n:::`,
    );
    expect(code.match(/<mark class="line">/g)).toHaveLength(3);
  });

  test("in MDX", async () => {
    const mdx = await processor.createMdxRenderer?.(
      { syntaxHighlight: "shiki", shikiConfig, gfm: true, smartypants: true },
      { optimize: false },
    );
    const { code } = (await mdx?.process(text, "/a.mdx", {})) ?? { code: "" };
    expect(code).toContain('"a:b.js"');
    expect(code).toMatch(/_components\.mark|"mark"/);
  });
});

test("invalid options are ignored, and the code stays", async () => {
  const { code } = await render(
    '```js {3-1} {9} titel="a" ins={x}\nlet a;\n```\n\n```{1}\nb\n```',
  );
  expect(linesOf(code)).toEqual([
    ["span", "let a;"],
    ["span", "b"],
  ]);
  expect(code).not.toMatch(/style=|titel/);
});
