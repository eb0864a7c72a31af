import { join } from "node:path";
import { expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { toReport } from "#check/report.ts";

test("our own articles pass every rule", async () => {
  const { content, findings } = await checkContent(
    join(import.meta.dirname, "../.."),
  );
  expect(findings, toReport(findings)).toEqual([]);
  expect(content.collections.articles.length).toBeGreaterThan(6);
});
