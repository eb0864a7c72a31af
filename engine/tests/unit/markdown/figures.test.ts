import { expect, test } from "vitest";
import { render } from "./render.ts";

/** The attributes of a picture that Astro will optimise. */
const pictures = (code: string) =>
  [...code.matchAll(/__ASTRO_IMAGE_="([^"]+)"/g)].map(([, mark = ""]) =>
    JSON.parse(mark.replaceAll("&quot;", '"').replaceAll("&amp;", "&")),
  );

test.each([
  '![An oven](./oven.svg "What it shows.")',
  '![An oven][g]\n\n[g]: ./oven.svg "What it shows."',
  ':::note\n![An oven](./oven.svg "What it shows.")\n:::',
])("%j is a figure with its title as the caption", async (body) => {
  const { code, metadata } = await render(body);
  expect(code).toMatch(
    /<figure><img [^>]*><figcaption>What it shows\.<\/figcaption><\/figure>/,
  );
  expect(pictures(code)).toEqual([
    { src: "./oven.svg", alt: "An oven", index: 0 },
  ]);
  expect(metadata.localImagePaths).toEqual(["./oven.svg"]);
});

test.each([
  ["without a title", "![An oven](./oven.png)"],
  ["with text next to it", 'See ![An oven](./oven.png "T").'],
  ["that is a link", '[![An oven](./oven.png "T")](/x/)'],
  ["next to another one", '![A](./a.png "T") ![B](./b.png "T")'],
])("a picture %s stays as it is", async (_, body) => {
  const { code } = await render(body);
  expect(code).not.toContain("figure");
  expect(pictures(code)[0].title).toBe(body.includes("T") ? "T" : undefined);
});

test.each([
  ["3 < 4 & *5* at 10:30", "3 &lt; 4 &amp; *5* at 10:30"],
  ["Don't -- it's...", "Don’t – it’s…"],
  ["5'10 and --flag", "5’10 and --flag"],
  ['\\"One\\" and `two` [three](/x/)', "“One” and `two` [three](/x/)"],
  ["1. One #two_three_ <b>", "1. One #two_three_ &lt;b&gt;"],
  ["- https://example.org/ a\\\\b", "- https://example.org/ a\\b"],
])(
  "the caption %s is text with typographic punctuation",
  async (title, text) => {
    const { code } = await render(`![A](./a.png "${title}")`);
    expect(/<figcaption>(.*)<\/figcaption>/.exec(code)?.[1]).toBe(text);
  },
);
