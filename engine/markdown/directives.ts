import type { satteri } from "@astrojs/markdown-satteri";
import { defineMdastPlugin } from "satteri";
import { toSource, unmask } from "#text/parse-body.ts";

type Processor = ReturnType<typeof satteri>;

/** Steps that only some texts need; each takes longer than all the others together. */
export type Needs = { directive: boolean; abbreviations: boolean };

/*
 * The code colours of these languages, which contain others, depend on the languages that Shiki has loaded so far: a text would
 * look different after another one.
 */
export const openLanguages =
  "adoc asciidoc astro erb erl erlang f# fs fsharp haml jade just justfile latex markdown md mdc mdx mediawiki nim org pug rb rst ruby svelte twig typ typst vue wiki wikitext".split(
    " ",
  );
/** What may begin a code block, in a list or a quotation too, and its language. */
const fence = /(?:`{3,}|~{3,})[ \t]*([^\s`~{]+)/g;

/**
 * The settings for a text's code. A text with an open language gets a highlighter that loads only its own languages: Astro keeps
 * one for each list of aliases.
 */
function forText<T extends { shikiConfig?: object | undefined }>(
  shared: T,
  content: string,
): { name: string; settings: T } {
  const languages = new Set(
    [...content.matchAll(fence)].map(([, name = ""]) => name.toLowerCase()),
  );
  if (!openLanguages.some((name) => languages.has(name)))
    return { name: "", settings: shared };
  const name = [...languages].sort().join(" ");
  const langAlias = { [`only ${name}`]: "text" };
  return {
    name,
    settings: { ...shared, shikiConfig: { ...shared.shikiConfig, langAlias } },
  };
}

/**
 * Parses each text as `check` does: directives are on only for texts that have them, so that 10:30 stays as it is.
 * The step for abbreviations reads every word, so texts without any skip it.
 */
export function withNeeds(toProcessor: (needs: Needs) => Processor): Processor {
  const processors = new Map<string, Processor>();
  const processorFor = (directive: boolean, content: string): Processor => {
    // Or one written as an entity.
    const abbreviations = content.includes("*[") || content.includes("&");
    const name = `${directive} ${abbreviations}`;
    const known =
      processors.get(name) ?? toProcessor({ directive, abbreviations });
    processors.set(name, known);
    return known;
  };
  return {
    ...processorFor(false, ""),
    async createRenderer(shared) {
      const renderers = new Map<
        Processor,
        Map<string, ReturnType<Processor["createRenderer"]>>
      >();
      return {
        async render(content, options) {
          const { text, features } = toSource(content, "md");
          const isDirected = features.directive === true;
          const processor = processorFor(isDirected, content);
          const { name, settings } = forText(shared, content);
          const byName = renderers.get(processor) ?? new Map();
          renderers.set(processor, byName);
          const renderer =
            byName.get(name) ?? processor.createRenderer(settings);
          byName.set(name, renderer);
          const result = await (await renderer).render(text, options);
          return isDirected ? { ...result, code: unmask(result.code) } : result;
        },
      };
    },
    async createMdxRenderer(shared, mdx) {
      return {
        async process(content, file, frontMatter) {
          const { text, features } = toSource(content, "mdx");
          const isDirected = features.directive === true;
          const processor = processorFor(isDirected, content);
          const { settings } = forText(shared, content);
          const renderer = await processor.createMdxRenderer?.(settings, mdx);
          if (!renderer) throw new Error("Sätteri no longer reads MDX");
          const result = await renderer.process(text, file, frontMatter);
          return isDirected ? { ...result, code: unmask(result.code) } : result;
        },
      };
    },
  };
}

/** Runs before all other steps, and before Astro assigns ids to headings. */
export const unmaskText = defineMdastPlugin({
  name: "unmask-text",
  text(node, context) {
    const value = unmask(node.value);
    if (value !== node.value) context.setProperty(node, "value", value);
  },
});
