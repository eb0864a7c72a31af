import { expect, test } from "vitest";
import { render } from "./render.ts";

const definitions =
  '\n\n[gate]: ./gate.png "The gate"\n[far]: https://example.org/far.png';

test.each(["![The gate][gate]", "![The gate][Gate]", "![gate][]", "![gate]"])(
  "%s is the same picture as one with its address in place",
  async (reference) => {
    const alt = /\[(.*?)\]/.exec(reference)?.[1];
    const referred = await render(`${reference}${definitions}`);
    const direct = await render(`![${alt}](./gate.png "The gate")`);
    expect(referred.code.trim()).toBe(direct.code.trim());
    expect(referred.metadata.localImagePaths).toEqual(["./gate.png"]);
  },
);

test("a definition may stand above what refers to it", async () => {
  const { metadata } = await render("[gate]: ./gate.png\n\n![A][gate]");
  expect(metadata.localImagePaths).toEqual(["./gate.png"]);
});

test("a picture elsewhere on the web stays there", async () => {
  const { code } = await render(`![Far][far]${definitions}`);
  expect(code).toMatch(/<img [^>]*src="https:\/\/example\.org\/far\.png"/);
});

test("one article's definitions mean nothing in the next", async () => {
  await render(`![A][gate]${definitions}`);
  const { code, metadata } = await render("![A][gate]");
  expect(metadata.localImagePaths).toEqual([]);
  expect(code).toContain("![A][gate]");
});
