import { expect, test } from "vitest";
import { largestSources } from "../support/page-weight.ts";

test("growth of the style sheet is traced to the engine's style sheets and components", () => {
  const sources = largestSources("stylesheet");
  expect(sources).toContain("engine/styles/");
  expect(sources).toContain("engine/components/");
});
