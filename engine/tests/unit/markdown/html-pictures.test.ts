import { expect, test } from "vitest";
import { render } from "./render.ts";

test.each([
  ['Text <img src="./oven.png" alt=""> and more.', "./oven.png", ""],
  ["<IMG SRC='./an%20oven.png' alt='A &amp; B' />", "./an oven.png", "A & B"],
])("%s is a picture beside the text", async (text, path, alt) => {
  const { code, metadata } = await render(text);
  expect(metadata.localImagePaths).toEqual([path]);
  const mark = /__ASTRO_IMAGE_="([^"]+)"/.exec(code)?.[1] ?? "";
  expect(
    JSON.parse(mark.replaceAll("&quot;", '"').replaceAll("&amp;", "&")),
  ).toMatchObject({ src: path, alt });
});

test("an <img> in code stays code", async () => {
  const { code, metadata } = await render('`<img src="./oven.png">`');
  expect(metadata.localImagePaths).toEqual([]);
  expect(code).toContain("&lt;img");
});
