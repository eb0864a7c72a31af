import type { satteri } from "@astrojs/markdown-satteri";
import { defineMdastPlugin } from "satteri";
import { toSource, unmask } from "#text/parse-body.ts";

type Processor = ReturnType<typeof satteri>;

/** Parses each text as `check` does: directives are on only for texts that have them, so that 10:30 stays as it is. */
export function withDirectives(
  toProcessor: (hasDirectives: boolean) => Processor,
): Processor {
  const [plain, directed] = [toProcessor(false), toProcessor(true)];
  return {
    ...plain,
    async createRenderer(shared) {
      const first = await plain.createRenderer(shared);
      let second: ReturnType<Processor["createRenderer"]> | undefined;
      return {
        async render(content, options) {
          const { text, features } = toSource(content, "md");
          if (!features.directive) return first.render(content, options);
          second ??= directed.createRenderer(shared);
          const result = await (await second).render(text, options);
          return { ...result, code: unmask(result.code) };
        },
      };
    },
    async createMdxRenderer(shared, mdx) {
      const first = await plain.createMdxRenderer?.(shared, mdx);
      const second = await directed.createMdxRenderer?.(shared, mdx);
      if (!first || !second) throw new Error("Sätteri no longer reads MDX");
      return {
        async process(content, file, frontMatter) {
          const { text, features } = toSource(content, "mdx");
          if (!features.directive)
            return first.process(content, file, frontMatter);
          const result = await second.process(text, file, frontMatter);
          return { ...result, code: unmask(result.code) };
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
