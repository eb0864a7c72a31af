import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { products } from "#cli/editor/products.ts";
import { makeContent } from "../../support/fixture.ts";

const generate = (root: string, ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "../../../cli/generate.ts"), ...words],
    { cwd: root, encoding: "utf8" },
  );
  return { status, stdout, stderr };
};

test("the command says what differs, writes it, and then has nothing to do", () => {
  const root = makeContent([]);
  const files = products.map(({ file }) => `  ${file}\n`).join("");
  expect(generate(root, "--check")).toEqual({
    status: 1,
    stdout: "",
    stderr: `Not as the schema says: ${products.length} files.\n${files}\nRun: npm run generate\n`,
  });
  expect(generate(root)).toEqual({
    status: 0,
    stdout: `Written: ${products.length} files.\n${files}\nNext: look at them with git diff, and commit them.\n`,
    stderr: "",
  });
  const nothing = {
    status: 0,
    stdout: `${products.length} files: each is as the schema says. There is nothing to do.\n`,
    stderr: "",
  };
  expect(generate(root, "--check")).toEqual(nothing);
  expect(generate(root)).toEqual(nothing);

  writeFileSync(
    join(root, "src/content/categories/law.md"),
    "---\ntitle: Law\ndescription: The bar.\nhue: 0\norder: 2\n---\n",
  );
  expect(generate(root, "--check").stderr).toBe(
    "Not as the schema says: 2 files.\n  .pages.yml\n  .vscode/article.code-snippets\n\nRun: npm run generate\n",
  );
});

test("a call that does not fit exits 2", () => {
  const root = makeContent([]);
  expect(generate(root, "--force").status).toBe(2);
  expect(generate(root, "schemas").status).toBe(2);
});
