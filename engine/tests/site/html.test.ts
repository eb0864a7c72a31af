import { expect, inject, test } from "vitest";
import { readDist } from "../support/build-site.ts";
import { findProblems, looseSpaces, validator } from "../support/sound-html.ts";

test("every page of the fixture site is sound HTML", async () => {
  expect(await findProblems(readDist(inject("site")))).toEqual([]);
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
