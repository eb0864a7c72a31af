import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { readDist } from "../support/build-site.ts";
import { htmlRules } from "../support/html-rules.ts";
import { buildOwnSite } from "../support/own-site.ts";

const validator = new HtmlValidate(
  new FileSystemConfigLoader([], { ...htmlRules, root: true }),
);

/** What html-validate finds on the pages of a built site: path:line:column, what, where in the page. */
async function findProblems(root: string): Promise<string[]> {
  const pages = [...readDist(root)].filter(([path]) => path.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(40);
  const found: string[] = [];
  for (const [path, bytes] of pages) {
    const { results } = await validator.validateString(bytes.toString("utf8"));
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

test("every page of our own is sound HTML", async () => {
  expect(await findProblems(await buildOwnSite())).toEqual([]);
});

test("what the two tests above look for is found where it is", async () => {
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
