import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readInputs } from "#build/inputs.ts";
import { makeFolder } from "../../support/fixture.ts";

test("a change to a file that astro.config imports is a change of the code; one to a text is not", () => {
  const root = makeFolder();
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, ".."), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write("astro.config.mjs", 'import { one } from "./plugins/one.mjs";\n');
  write("plugins/one.mjs", "export const one = 1;\n");
  write("src/content/articles/first.md", "A text.\n");
  const before = readInputs(root);
  expect(readInputs(root)).toMatchObject({ code: before.code });

  write("src/content/articles/first.md", "Another text.\n");
  const edited = readInputs(root, before.files);
  expect(edited.code).toBe(before.code);
  expect(edited.content).not.toBe(before.content);

  write("plugins/one.mjs", "export const one = 2;\n");
  expect(readInputs(root, edited.files).code).not.toBe(before.code);
});
