import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collections } from "#model/collections.ts";

const css = readFileSync(
  join(import.meta.dirname, "../../../styles/hues.css"),
  "utf8",
);

test("every allowed hue has exactly one rule", () => {
  const { hue } = collections.categories().shape;
  const allowed = Array.from({ length: 1001 }, (_, index) => index - 500)
    .filter((number) => hue.safeParse(number).success)
    .map((number) => `[data-hue="${number}"] { --hue: ${number}; }`);
  expect(allowed).toHaveLength(12);
  const rules = css
    .replace(/\/\*[^]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .split(/(?<=\}) /)
    .map((rule) => rule.trim())
    .filter(Boolean);
  expect(rules).toEqual(allowed);
});
