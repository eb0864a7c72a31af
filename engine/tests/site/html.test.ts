import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { readDist } from "../support/build-site.ts";
import { htmlRules } from "../support/html-rules.ts";

const validator = new HtmlValidate(
  new FileSystemConfigLoader([], { ...htmlRules, root: true }),
);

/** Where a space is underlined, or stands before a full stop: `<a>all of it </a>.`, as a long line becomes when folded. */
const looseSpaces = (html: string): string[] =>
  html
    .replace(/<(script|style|pre|textarea)\b[^]*?<\/\1>/g, "")
    .match(
      /.{0,40}(?:\s<\/(a|em|strong|code|time|abbr|q)>\s*(?=[^\s<])|<\/(?:a|em|strong|code|time|abbr|q)>\s+(?=[.,;:?!)])).{0,9}/g,
    ) ?? [];

/** What html-validate and we find on the pages of a built site: path:line:column, what, where in the page. */
async function findProblems(root: string): Promise<string[]> {
  const pages = [...readDist(root)].filter(([path]) => path.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(40);
  const found: string[] = [];
  for (const [path, bytes] of pages) {
    const html = bytes.toString("utf8");
    for (const place of looseSpaces(html))
      found.push(`${path} a space before what follows: ${place}`);
    const { results } = await validator.validateString(html);
    for (const { messages } of results)
      for (const { line, column, message, ruleId, selector } of messages)
        found.push(
          `${path}:${line}:${column} ${message} [${ruleId}] ${selector}`,
        );
  }
  return found;
}

test("every page of the fixture site is sound HTML", async () => {
  expect(await findProblems(inject("site"))).toEqual([]);
});

test("what the test above looks for is found where it is", async () => {
  const { results } = await validator.validateString(
    '<!doctype html>\n<html lang="en"><head><title>A</title></head><body><p id="a"><div id="a"></div></body></html>',
  );
  const rules = results.flatMap(({ messages }) =>
    messages.map(({ ruleId }) => ruleId),
  );
  expect(rules).toEqual(
    expect.arrayContaining(["no-dup-id", "no-implicit-close"]),
  );
});

test.each([
  ["a link with a space at its end", "<a>all of it </a>. Then", 1],
  ["a comma after a space", "<em>all</em> , then", 1],
  ["a link before a word", "<a>all</a> of it, <a>\nall</a>.", 0],
  ["a link that stands alone", "<li><a>\nall\n</a> </li>", 0],
  ["code as it was written", "<pre><code>a </code>.</pre>", 0],
])("a loose space is found where there is one: %s", (_, html, count) => {
  expect(looseSpaces(html)).toHaveLength(count);
});
