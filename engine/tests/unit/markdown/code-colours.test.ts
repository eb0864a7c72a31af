import { openLanguages } from "#markdown/directives.ts";
import { expect, test } from "vitest";
import { render } from "./render.ts";

test("code is coloured by classes", async () => {
  const { code } = await render(
    '```js\nconst answer = "text"; // a comment\n```',
  );
  expect(code).toMatch(/<span class="keyword">const<\/span>/);
  expect(code).toMatch(/<span class="comment">\/\/ a comment<\/span>/);
  expect(code).toMatch(/<span class="string[\w-]*">[^<]*text/);
});

test.each(["js", "bash", "yaml", "html", "python", "css", "json", ""])(
  "never by a style attribute, which the policy blocks: %s",
  async (language) => {
    const { code } = await render(
      `\`\`\`${language}\na = "b" # c\n<p class="x">1</p>\n\`\`\``,
    );
    expect(code).toContain("<pre");
    expect(code).not.toMatch(/<[^>]*\sstyle=/);
  },
);

test("a code block can be scrolled by keyboard, and its text is unchanged", async () => {
  const text = 'if (a < b && "c") {\n\treturn `d`;\n}';
  const { code } = await render(`\`\`\`js\n${text}\n\`\`\``);
  expect(code).toMatch(
    /<pre [^>]*tabindex="0"[^>]* role="group" aria-label="Code, js"/,
  );
  const shown = code
    .replace(/<[^>]+>/g, "")
    .replace(/&(?:lt|#x3C);/g, "<")
    .replace(/&(?:amp|#x26);/g, "&")
    .trim();
  expect(shown).toBe(text);
});

test("the colours of a text do not depend on the texts before it", async () => {
  const { bundledLanguages } = await import("shiki");
  const open: string[] = [];
  for (const [name, load] of Object.entries(bundledLanguages))
    if ((await load()).default.some((one) => one.embeddedLangsLazy?.length))
      open.push(name);
  expect([...openLanguages].sort()).toEqual(open.sort());

  const text = "````md\n```js\nlet a = 'b';\n```\n````";
  const before = (await render(text)).code;
  await render("```js\nlet a = 'b';\n```\n\n```css\na { b: c }\n```");
  expect((await render(text)).code).toBe(before);
});
