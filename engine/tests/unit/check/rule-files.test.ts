import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ruleFiles } from "#check/rule-files.ts";
import { words } from "#check/rules.ts";
import { frontMatterRule } from "#check/rules/front-matter.ts";

const engine = join(import.meta.dirname, "../../..");
/** A field's own rule is named after the field. */
const ofFields = new Set(frontMatterRule.words.map(({ name }) => name));
const names = [...new Set(words.map(({ name }) => name))];

/** The file that a rule's name leads to: heading-empty → heading.ts, site/page → site-page.ts. */
function toFile(name: string): string | undefined {
  const [group, rule] = name.split("/") as [string, string];
  const stems = rule
    .split("-")
    .map((_, index, parts) => parts.slice(0, parts.length - index).join("-"));
  return [
    ruleFiles[name],
    ...stems.flatMap((stem) => [
      `check/rules/${group}-${stem}.ts`,
      `check/rules/${stem}.ts`,
    ]),
    `check/rules/${group}.ts`,
  ].find((file) => file !== undefined && existsSync(join(engine, file)));
}

test("every rule's name leads to the file that tells it", () => {
  const lost = names.filter((name) => {
    if (ofFields.has(name)) return false;
    const file = toFile(name);
    const text = file && readFileSync(join(engine, file), "utf8");
    return !text?.includes(name.split("/")[1] as string);
  });
  expect(lost).toEqual([]);
});

test("the list names only rules that there are", () => {
  expect(
    Object.keys(ruleFiles).filter((name) => !names.includes(name)),
  ).toEqual([]);
});
