import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { toReport } from "#check/report.ts";
import { makeContent, readFixture } from "../../support/fixture.ts";

const folder = join(import.meta.dirname, "../../fixtures/broken");

describe("each broken fixture gets exactly the words beside it", () => {
  test.each(readdirSync(folder))("%s", async (name) => {
    const { files, expected } = readFixture(join(folder, name));
    const { findings } = await checkContent(makeContent(files));
    if (process.env.SHOW) console.log(`@@ ${name}\n${toReport(findings)}`);
    expect(toReport(findings)).toBe(expected);
  });
});
