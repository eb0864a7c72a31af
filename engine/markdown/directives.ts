import type { satteri } from "@astrojs/markdown-satteri";
import type { MdastPluginInstance } from "satteri";
import { unhide, type Hidden } from "#text/hidden-characters.ts";
import { toSource } from "#text/parse-body.ts";
import { commentSign } from "./comments.ts";

type Processor = ReturnType<typeof satteri>;

/** Steps that only some texts need; each takes longer than all the others together. */
export type Needs = {
  directive: boolean;
  hidden: boolean;
  abbreviations: boolean;
  comments: boolean;
};

/** Languages that contain others, whose colours depend on which languages Shiki has loaded for texts before. */
export const openLanguages =
  "adoc asciidoc astro erb erl erlang f# fs fsharp haml jade just justfile latex markdown md mdc mdx mediawiki nim org pug rb rst ruby svelte twig typ typst vue wiki wikitext".split(
    " ",
  );
/** What may begin a code block, in a list or a quotation too, and its language. */
const fence = /(?:`{3,}|~{3,})[ \t]*([^\s`~{]+)/g;

/** A text with an open language gets a highlighter with only its own languages: Astro keeps one for each alias list. */
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
  const processorFor = (
    { features, hidden }: ReturnType<typeof toSource>,
    content: string,
  ): Processor => {
    const needs = {
      directive: features.directive === true,
      hidden: hidden !== undefined,
      // Or one written as an entity.
      abbreviations: content.includes("*[") || content.includes("&"),
      comments: commentSign.test(content),
    };
    const name = Object.values(needs).join(" ");
    const known = processors.get(name) ?? toProcessor(needs);
    processors.set(name, known);
    return known;
  };
  return {
    ...processorFor(toSource("", "md"), ""),
    async createRenderer(shared) {
      const renderers = new Map<
        Processor,
        Map<string, ReturnType<Processor["createRenderer"]>>
      >();
      return {
        async render(content, options) {
          const source = toSource(content, "md");
          const processor = processorFor(source, content);
          const { name, settings } = forText(shared, content);
          const byName = renderers.get(processor) ?? new Map();
          renderers.set(processor, byName);
          const renderer =
            byName.get(name) ?? processor.createRenderer(settings);
          byName.set(name, renderer);
          return show(
            source,
            await (
              await renderer
            ).render(source.text, {
              ...options,
              frontmatter: { ...options?.frontmatter, ...toData(source) },
            }),
          );
        },
      };
    },
    async createMdxRenderer(shared, mdx) {
      return {
        async process(content, file, frontMatter) {
          const source = toSource(content, "mdx");
          const processor = processorFor(source, content);
          const { settings } = forText(shared, content);
          const renderer = await processor.createMdxRenderer?.(settings, mdx);
          if (!renderer) throw new Error("Sätteri no longer reads MDX");
          const data = { ...frontMatter, ...toData(source) };
          return show(source, await renderer.process(source.text, file, data));
        },
      };
    },
  };
}

/** Front matter is all that Astro passes on to the steps. */
const key = "gatepost:hidden";
const toData = ({ hidden }: { hidden?: Hidden }) =>
  hidden ? { [key]: hidden } : {};

const show = <T extends { code: string }>(
  { hidden }: { hidden?: Hidden },
  result: T,
): T => (hidden ? { ...result, code: unhide(result.code, hidden) } : result);

/** Restores hidden characters before all other steps, and before Astro assigns ids to headings. */
export const showHidden = (): MdastPluginInstance => {
  let hidden: Hidden = {};
  return {
    before(_root, { data }) {
      const { astro } = data as {
        astro?: { frontmatter: Record<string, unknown> };
      };
      hidden = (astro?.frontmatter[key] ?? {}) as Hidden;
      delete astro?.frontmatter[key];
    },
    text(node, context) {
      const value = unhide(node.value, hidden);
      if (value !== node.value) context.setProperty(node, "value", value);
    },
  };
};
