import { readBody } from "#text/body.ts";
import { processor, shikiConfig } from "#markdown/pipeline.ts";
import { expect, test } from "vitest";
import { render } from "./render.ts";

const video = `::youtube{#dQw4w9WgXcQ title="A talk's end -- 10:30"}`;

test("a video is a link with a typographic title, and loads no picture", async () => {
  const { code } = await render(video);
  expect(code.trim()).toBe(
    '<figure class="video" data-video="dQw4w9WgXcQ"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="external"><strong>A talk’s end – 10:30</strong> <small>Watch on youtube.com</small></a></figure>',
  );
});

test("a poster is a picture with an empty alt text", async () => {
  const text = video.replace("}", ' poster="./still.png"}');
  const { code, metadata } = await render(text);
  expect(metadata.localImagePaths).toEqual(["./still.png"]);
  expect(code).toMatch(/<a [^>]*><img [^>]*&quot;alt&quot;:&quot;&quot;/);
  expect(readBody(text, "md").pictures).toMatchObject([
    { address: "./still.png", markup: "markdown" },
  ]);
});

test("rendering reports whether a text has a video", async () => {
  const { metadata } = await render(video);
  expect(metadata.frontmatter).toEqual({ hasVideo: true });
  for (const text of ["A text.", ":::note\nA.\n:::", "`::youtube`"])
    expect((await render(text)).metadata.frontmatter).toEqual({});
});

test("in MDX it is the same", async () => {
  const mdx = await processor.createMdxRenderer?.(
    { syntaxHighlight: "shiki", shikiConfig, gfm: true, smartypants: true },
    { optimize: false },
  );
  const { code } = (await mdx?.process(
    `At {10 + 20}:30.\n\n${video}\n`,
    "/one.mdx",
    {},
  )) ?? { code: "" };
  expect(code).toContain('"data-video": "dQw4w9WgXcQ"');
  expect(code).toContain('export const frontmatter = {"hasVideo":true}');
});

test.each([
  "::youtube{#a} words",
  "::vimeo{#a}",
  "A ::youtube{#a}",
  "::YouTube",
])("%s stays as it is", async (text) => {
  expect((await render(text)).code).toContain(`<p>${text}</p>`);
});

test("no empty lines are needed around a video", async () => {
  const { code } = await render(`Above 3:1\n${video}\nbelow docs:guide`);
  expect(code).toMatch(
    /^<p>Above 3:1<\/p>\n?<figure[^]*<p>below docs:guide<\/p>/,
  );
});
