import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { expect, test } from "vitest";
import { synonyms } from "../../../import/synonyms.ts";

const guide = join(import.meta.dirname, "../../../docs/import.md");

test("the table in the guide lists the importer's synonyms", async () => {
  const rows = Object.entries(synonyms).map(
    ([field, names]) =>
      `| \`${field}\` | ${names.map((name) => `\`${name}\``).join(" ")} |`,
  );
  const table = await format(
    `| here | elsewhere |\n| --- | --- |\n${rows.join("\n")}\n`,
    { parser: "markdown" },
  );
  const written = readFileSync(guide, "utf8");
  const [begin, end] = ["<!-- fields -->", "<!-- /fields -->"].map((mark) =>
    written.indexOf(mark),
  ) as [number, number];
  expect(begin).toBeGreaterThan(0);
  expect(end).toBeGreaterThan(begin);
  const expected = `${written.slice(0, begin)}<!-- fields -->\n\n${table}\n${written.slice(end)}`;
  if (process.env.WRITE_EXPECTED) writeFileSync(guide, expected);
  expect(readFileSync(guide, "utf8")).toBe(expected);
});

test("no name maps to two fields, except published: a flag on dev.to, a date elsewhere", () => {
  const names = Object.values(synonyms)
    .flat()
    .map((name) => name.toLowerCase());
  const twice = names.filter((name, index) => names.indexOf(name) < index);
  expect(twice).toEqual(["published"]);
});
