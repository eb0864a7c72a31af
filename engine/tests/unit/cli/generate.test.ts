import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { products } from "#cli/editor/products.ts";
import { makeContent } from "../../support/fixture.ts";
import { runCommand, runHere } from "../../support/run-command.ts";

const generate = (root: string, ...words: string[]) =>
  runHere(root, "generate", words);

test("the command says what differs, writes it, and then has nothing to do", async () => {
  const root = makeContent([]);
  const files = products.map(({ file }) => `  ${file}\n`).join("");
  expect(await runCommand(root, "generate", ["--check"])).toEqual({
    code: 1,
    out: "",
    err: `Out of date: ${products.length} files.\n${files}\nRun: npm run generate\n`,
  });
  expect(await generate(root)).toEqual({
    code: 0,
    out: `Written: ${products.length} files.\n${files}\nNext: review them with git diff, and commit them.\n`,
    err: "",
  });
  const nothing = {
    code: 0,
    out: `${products.length} files: all up to date.\n`,
    err: "",
  };
  expect(await generate(root, "--check")).toEqual(nothing);
  expect(await generate(root)).toEqual(nothing);

  writeFileSync(
    join(root, "src/content/categories/law.md"),
    "---\ntitle: Law\ndescription: The bar.\nhue: 0\norder: 2\n---\n",
  );
  expect((await generate(root, "--check")).err).toBe(
    "Out of date: 2 files.\n  .pages.yml\n  .vscode/article.code-snippets\n\nRun: npm run generate\n",
  );
});

test("wrong usage exits 2", async () => {
  const root = makeContent([]);
  expect((await generate(root, "--force")).code).toBe(2);
  expect((await generate(root, "schemas")).code).toBe(2);
});
