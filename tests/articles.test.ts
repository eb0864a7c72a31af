import { join } from "node:path";
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verdicts } from "../src/components/worksheet.ts";
import { readNow } from "gatepost/model/dates.ts";
import { checkContent } from "gatepost/check/check-content.ts";
import { stateOf } from "gatepost/model/published.ts";
import { toReport } from "gatepost/check/report.ts";
import { checkSpelling, listTexts } from "gatepost/check/spelling.ts";
import { site } from "../src/site.ts";
import { now, root } from "./support/publication.ts";

process.env.BUILD_NOW = now;

test("the articles that the worksheet's verdicts link to are published", async () => {
  const { content } = await checkContent(root);
  const published = content.collections.articles
    .filter((article) => stateOf(article, readNow()) === "published")
    .map(({ id }) => id);
  expect(published).toEqual(
    expect.arrayContaining(verdicts.map(({ next }) => next.slug)),
  );
});

test.skipIf(!site.otherCallToAction)(
  "the home page's second call to action exists",
  async () => {
    const { content } = await checkContent(root);
    expect(
      content.collections["calls-to-action"].map(({ id }) => id),
    ).toContain(site.otherCallToAction);
  },
);

test("our articles pass every rule, spelling included", async () => {
  const { content, findings: all } = await checkContent(
    root,
    undefined,
    undefined,
    undefined,
    [(content) => checkSpelling(root, listTexts(content))],
  );
  // Reminders depend on the date, and an editor may save fields in another order.
  const findings = all.filter(
    ({ severity = "error", rule }) =>
      severity === "error" || rule.startsWith("text/"),
  );
  expect(findings, toReport(findings)).toEqual([]);
  expect(content.collections.articles).not.toEqual([]);
});

/** The guides are in British English, whatever the language of the articles. */
const isBritish = (site.language ?? "en-GB") === "en-GB";

test.runIf(isBritish)("our guides pass the spelling check", async () => {
  const { files, ignorePaths } = JSON.parse(
    readFileSync(join(root, "cspell.json"), "utf8"),
  ) as { files: string[]; ignorePaths: string[] };
  const guides = globSync(files, {
    cwd: root,
    exclude: [...ignorePaths, "src/content/**"],
  });
  expect(guides).toContain("docs/style.md");
  const findings = await checkSpelling(root, guides);
  expect(findings, toReport(findings)).toEqual([]);
});

test("our word list is sorted, with one word per line and no duplicates", () => {
  const lines = readFileSync(join(root, "docs/words.txt"), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines.filter((line) => !/^\p{L}[\p{L}\d'’+.-]*$/u.test(line))).toEqual(
    [],
  );
  const sorted = [...new Set(lines)].sort(
    new Intl.Collator("en", { sensitivity: "base" }).compare,
  );
  expect(lines).toEqual(sorted);
});
