import { processor, shikiConfig } from "#markdown/pipeline.ts";

const renderer = processor.createRenderer({
  syntaxHighlight: "shiki",
  shikiConfig,
  image: {},
  gfm: true,
  smartypants: true,
});

/** Renders Markdown through all steps; returns the HTML and the data they collected. */
export const render = async (text: string) => (await renderer).render(text, {});
