import { expect, test } from "vitest";
import "#model/collections.ts";
import { requireOwn } from "#model/own-names.ts";

test("a misspelt name of an own collection is an error, not an empty list", () => {
  expect(() => requireOwn("tools")).not.toThrow();
  expect(() => requireOwn("tool")).toThrow(
    'getEntries: there is no collection "tool" in src/collections.ts. Did you mean "tools"?',
  );
});
