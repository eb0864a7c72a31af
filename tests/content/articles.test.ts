import { join } from "node:path";
import { expect, test } from "vitest";
import { verdicts } from "#components/worksheet.ts";
import { readNow } from "#articles/dates.ts";
import { checkContent } from "#check/check-content.ts";
import { stateOf } from "#check/content.ts";
import { toReport } from "#check/report.ts";

test("what the verdicts of the worksheet lead to is published", async () => {
  const { content } = await checkContent(join(import.meta.dirname, "../.."));
  const published = content.collections.articles
    .filter((article) => stateOf(article, readNow()) === "published")
    .map(({ id }) => id);
  expect(published).toEqual(
    expect.arrayContaining(verdicts.map(({ next }) => next.slug)),
  );
});

test("our own articles pass every rule", async () => {
  const { content, findings } = await checkContent(
    join(import.meta.dirname, "../.."),
  );
  expect(findings, toReport(findings)).toEqual([]);
  expect(content.collections.articles.length).toBeGreaterThan(6);
});
