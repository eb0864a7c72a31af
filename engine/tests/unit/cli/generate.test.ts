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
    err: `Not as the schema says: ${products.length} files.\n${files}\nRun: npm run generate\n`,
  });
  expect(await generate(root)).toEqual({
    code: 0,
    out: `Written: ${products.length} files.\n${files}\nNext: look at them with git diff, and commit them.\n`,
    err: "",
  });
  const nothing = {
    code: 0,
    out: `${products.length} files: each is as the schema says. There is nothing to do.\n`,
    err: "",
  };
  expect(await generate(root, "--check")).toEqual(nothing);
  expect(await generate(root)).toEqual(nothing);

  writeFileSync(
    join(root, "src/content/categories/law.md"),
    "---\ntitle: Law\ndescription: The bar.\nhue: 0\norder: 2\n---\n",
  );
  expect((await generate(root, "--check")).err).toBe(
    "Not as the schema says: 2 files.\n  .pages.yml\n  .vscode/article.code-snippets\n\nRun: npm run generate\n",
  );
});

test("a call that does not fit exits 2", async () => {
  const root = makeContent([]);
  expect((await generate(root, "--force")).code).toBe(2);
  expect((await generate(root, "schemas")).code).toBe(2);
});
