import { expect, test } from "vitest";
import { toDescription } from "../../../import/first-words.ts";

test("what stands alone as an address or a mark describes no article", () => {
  expect(
    toDescription(
      "`TODO import, line 3: {{ x }}`\n\n<https://www.youtube.com/watch?v=abc>\n\nWhat the *film* shows.\n",
      "md",
      300,
    ),
  ).toBe("What the film shows.");
  expect(toDescription("https://example.org/a\n", "md", 300)).toBe(undefined);
});
