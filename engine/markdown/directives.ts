import type { satteri } from "@astrojs/markdown-satteri";
import { defineMdastPlugin } from "satteri";
import { toSource, unmask } from "#text/parse-body.ts";

type Processor = ReturnType<typeof satteri>;

/** Steps that only some texts need; each takes longer than all the others together. */
export type Needs = { directive: boolean; abbreviations: boolean };

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
        ReturnType<Processor["createRenderer"]>
      >();
      return {
        async render(content, options) {
          const { text, features } = toSource(content, "md");
          const isDirected = features.directive === true;
          const processor = processorFor(isDirected, content);
          const renderer =
            renderers.get(processor) ?? processor.createRenderer(shared);
          renderers.set(processor, renderer);
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
          const renderer = await processor.createMdxRenderer?.(shared, mdx);
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
