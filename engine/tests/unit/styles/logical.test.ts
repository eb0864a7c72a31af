import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../../..");
const sheets = globSync("engine/**/*.{css,astro}", {
  cwd: root,
  exclude: ["engine/tests/**"],
}).map((file): [string, string] => [
  file,
  readFileSync(join(root, file), "utf8").replace(/\/\*[^]*?\*\//g, ""),
]);

/** Declarations that mean left or right, and not the start or the end of a line. */
const physical =
  /(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b[\w-]*|(?:left|right)\s*:|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right))/g;
/** padding: 1px 2px 3px 4px, whose second and fourth value differ. */
const sides =
  /(?<![\w-])(?:margin|padding|inset)\s*:\s*([^\s;]+) +([^\s;]+) +([^\s;]+) +([^\s;]+);/g;

test("no style sheet says left or right where it means start or end", () => {
  expect(sheets.length).toBeGreaterThan(20);
  const found = sheets.flatMap(([file, text]) => {
    const css = file.endsWith(".css")
      ? text
      : [...text.matchAll(/<style[^>]*>([^]*?)<\/style>/g)]
          .map(([, sheet]) => sheet)
          .join("\n");
    return [
      ...[...css.matchAll(physical)].map(([written]) => `${file}: ${written}`),
      ...[...css.replace(/@page[^]*?\}/g, "").matchAll(sides)].flatMap(
        ([written, , second, , fourth]) =>
          second === fourth ? [] : [`${file}: ${written}`],
      ),
    ];
  });
  expect(found).toEqual([]);
});
