import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generateFiles } from "gatepost/cli/editor/products.ts";

const root = join(import.meta.dirname, "..");

/** A generated file without the names of content that it offers: a new category is no reason to generate again. */
const withoutNames = (text: string): string =>
  text
    .replace(/^( *)values:(?: \[\])?\n(?:\1  - .+\n)*/gm, "")
    .replace(/(\$\{\d+\|)[^|]*\|/g, "$1|");

test.each(await generateFiles(root))(
  "$file is what npm run generate makes of the schema",
  ({ file, text }) => {
    expect(
      withoutNames(readFileSync(join(root, file), "utf8")),
      "Run: npm run generate",
    ).toBe(withoutNames(text));
  },
);

test.each(["extensions.json", "settings.json", "tasks.json"])(
  ".vscode/%s is the one that a new publication gets",
  (name) => {
    expect(readFileSync(join(root, ".vscode", name), "utf8")).toBe(
      readFileSync(join(root, "engine/init/vscode", name), "utf8"),
    );
  },
);
