import { expect, test } from "vitest";
import { toDescription } from "../../../import/first-words.ts";

test("a paragraph that is only an address or a TODO is not used as the description", () => {
  expect(
    toDescription(
      "`TODO import, line 3: {{ x }}`\n\n<https://www.youtube.com/watch?v=abc>\n\nWhat the *film* shows.\n",
      "md",
      300,
    ),
  ).toBe("What the film shows.");
  expect(toDescription("https://example.org/a\n", "md", 300)).toBe(undefined);
});
