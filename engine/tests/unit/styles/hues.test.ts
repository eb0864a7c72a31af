import { expect, test } from "vitest";
import { collections } from "#model/collections.ts";
import { numberedRules } from "#styles/numbered.ts";

test("the style sheet has one rule for every hue a category may have, and no other", () => {
  const { hue } = collections.categories().shape;
  const allowed = Array.from({ length: 1001 }, (_, index) => index - 500)
    .filter((number) => hue.safeParse(number).success)
    .map((number) => `[data-hue="${number}"]{--hue:${number}}`);
  expect(allowed).toHaveLength(12);
  expect(numberedRules.match(/\[data-hue[^}]*\}/g)).toEqual(allowed);
});
