import { expect, test } from "vitest";
import { evaluateWith } from "../../support/with-settings.ts";

const text = ":::heat\nA.\n:::\n\n:::heet\nB.\n:::\n\n:::tip\nC.\n:::\n";
const settings = { callouts: { heat: "Mind the heat" } };

test("callout kinds from the settings are accepted, misspelt ones are not", () => {
  expect(
    evaluateWith(
      settings,
      "text/body.ts",
      `it.readBody(${JSON.stringify(text)}, "md").issues`,
    ),
  ).toMatchObject([{ line: 5, problem: "There is no callout :::heet." }]);
});

test("its title comes from the settings", () => {
  expect(
    evaluateWith(settings, "text/callouts.ts", "it.calloutKinds"),
  ).toMatchObject({ tip: "Tip", heat: "Mind the heat" });
});
