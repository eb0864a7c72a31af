import { expect, test } from "vitest";
import { largestSources } from "../support/page-weight.ts";

test("what grew in the style sheet is looked for in the engine's style sheets and components", () => {
  const sources = largestSources("stylesheet");
  expect(sources).toContain("engine/styles/");
  expect(sources).toContain("engine/components/");
});
