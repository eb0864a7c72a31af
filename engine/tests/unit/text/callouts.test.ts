import { expect, test } from "vitest";
import { evaluateWith } from "../../support/with-settings.ts";

const text = ":::heat\nA.\n:::\n\n:::heet\nB.\n:::\n\n:::tip\nC.\n:::\n";
const settings = { callouts: { heat: "Mind the heat" } };

test("a kind from the settings is a callout, and a misspelt one is not", () => {
  expect(
    evaluateWith(
      settings,
      "text/body.ts",
      `it.readBody(${JSON.stringify(text)}, "md").issues`,
    ),
  ).toMatchObject([{ line: 5, problem: "There is no callout :::heet." }]);
});

test("its title is the one from the settings", () => {
  expect(
    evaluateWith(settings, "text/callouts.ts", "it.calloutKinds"),
  ).toMatchObject({ tip: "Tip", heat: "Mind the heat" });
});
