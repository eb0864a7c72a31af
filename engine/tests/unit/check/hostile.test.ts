import { expect, test } from "vitest";
import { checkHostile, hostile, hostileSample } from "../../support/hostile.ts";

test("check reports on 12 hostile texts at once, within 1 GiB", async () => {
  const texts = new Map(hostile);
  const files = hostileSample.flatMap((what, index) =>
    (texts.get(what) ?? []).map(([path, text]): [string, string] => [
      path.replace("articles/", `articles/${index}`),
      text,
    ]),
  );
  expect(files).toHaveLength(21);
  // Long enough for a busy machine; bench/hostile.ts measures the time of each.
  const { problem } = await checkHostile(files, 120_000);
  expect(problem).toBeUndefined();
});
