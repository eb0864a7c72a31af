import { expect, test } from "vitest";
import { render } from "./render.ts";

const definitions =
  '\n\n[oven]: ./oven.png "The oven"\n[far]: https://example.org/far.png';

test.each(["![The oven][oven]", "![The oven][Oven]", "![oven][]", "![oven]"])(
  "%s gives the same picture as an inline address",
  async (reference) => {
    const alt = /\[(.*?)\]/.exec(reference)?.[1];
    const referred = await render(`${reference}${definitions}`);
    const direct = await render(`![${alt}](./oven.png "The oven")`);
    expect(referred.code.trim()).toBe(direct.code.trim());
    expect(referred.metadata.localImagePaths).toEqual(["./oven.png"]);
  },
);

test("a definition may come before its reference", async () => {
  const { metadata } = await render("[oven]: ./oven.png\n\n![A][oven]");
  expect(metadata.localImagePaths).toEqual(["./oven.png"]);
});

test("a picture elsewhere on the web stays there", async () => {
  const { code } = await render(`![Far][far]${definitions}`);
  expect(code).toMatch(/<img [^>]*src="https:\/\/example\.org\/far\.png"/);
});

test("definitions do not carry over to the next article", async () => {
  await render(`![A][oven]${definitions}`);
  const { code, metadata } = await render("![A][oven]");
  expect(metadata.localImagePaths).toEqual([]);
  expect(code).toContain("![A][oven]");
});
