import { processor, shikiConfig } from "#markdown/pipeline.ts";

const renderer = processor.createRenderer({
  syntaxHighlight: "shiki",
  shikiConfig,
  image: {},
  gfm: true,
  smartypants: true,
});

/** Markdown → HTML through all the steps, with what they noted about it. */
export const render = async (text: string) => (await renderer).render(text, {});
