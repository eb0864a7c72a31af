import { expect, test } from "vitest";
import { engineNames } from "#model/collections.ts";
import { checkContent } from "#check/check-content.ts";
import { toReport } from "#check/report.ts";
import { makeContent } from "../support/fixture.ts";
import {
  getFields,
  toFrontMatterGuide,
} from "../support/front-matter-guide.ts";
import { toAuditGuide, toRulesGuide } from "../support/rules-guide.ts";

const guide = toFrontMatterGuide();

test.each([
  ["front-matter.md", guide],
  ["rules.md", toRulesGuide()],
  ["audit.md", toAuditGuide()],
])(
  "docs/%s is up to date; if not, run this test with --update",
  async (file, text) => {
    await expect(text).toMatchFileSnapshot(`../../docs/${file}`);
  },
);

test("the worked example is an article that passes every rule", async () => {
  const article = /```markdown\n([^]*?)```/.exec(guide)?.[1];
  const { content, findings } = await checkContent(
    makeContent([
      ["articles/an-example.md", article!],
      [
        "categories/equipment.md",
        "---\ntitle: A\ndescription: B.\nhue: 0\norder: 2\n---\n",
      ],
    ]),
  );
  expect(findings, toReport(findings)).toEqual([]);
  expect(content.collections.articles).toHaveLength(1);
});

test.each(engineNames)("every field of %s has its row", (collection) => {
  const [, section] = guide.split(
    new RegExp(`\\n## ${collection.replaceAll("-", " ")}\\n`, "i"),
  );
  const rows = section!
    .split("\n## ")[0]!
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split(" | ").map((cell) => cell.trim()));
  const fields = getFields(collection).flatMap((field) => [
    field,
    ...field.fields.map((inner) => ({
      ...inner,
      name: `${field.name}${field.items ? "[]" : ""}.${inner.name}`,
    })),
  ]);
  expect(rows.map(([name]) => name)).toEqual(
    fields.map(({ name }) => `| \`${name}\``),
  );
  for (const [index, { is, write, isNeeded }] of fields.entries()) {
    expect(rows[index]!.slice(1, 3)).toEqual([is, write]);
    expect(rows[index]![3] === "required").toBe(isNeeded);
  }
});
