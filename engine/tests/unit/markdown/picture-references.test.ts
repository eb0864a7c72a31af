import { expect, test } from "vitest";
import { render } from "./render.ts";

const definitions =
  '\n\n[oven]: ./oven.png "The oven"\n[far]: https://example.org/far.png';

test.each(["![The oven][oven]", "![The oven][Oven]", "![oven][]", "![oven]"])(
  "%s is the same picture as one with its address in place",
  async (reference) => {
    const alt = /\[(.*?)\]/.exec(reference)?.[1];
    const referred = await render(`${reference}${definitions}`);
    const direct = await render(`![${alt}](./oven.png "The oven")`);
    expect(referred.code.trim()).toBe(direct.code.trim());
    expect(referred.metadata.localImagePaths).toEqual(["./oven.png"]);
  },
);

test("a definition may stand above what refers to it", async () => {
  const { metadata } = await render("[oven]: ./oven.png\n\n![A][oven]");
  expect(metadata.localImagePaths).toEqual(["./oven.png"]);
});

test("a picture elsewhere on the web stays there", async () => {
  const { code } = await render(`![Far][far]${definitions}`);
  expect(code).toMatch(/<img [^>]*src="https:\/\/example\.org\/far\.png"/);
});

test("one article's definitions mean nothing in the next", async () => {
  await render(`![A][oven]${definitions}`);
  const { code, metadata } = await render("![A][oven]");
  expect(metadata.localImagePaths).toEqual([]);
  expect(code).toContain("![A][oven]");
});
