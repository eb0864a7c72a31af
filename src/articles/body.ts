import {
  markdownToHtml,
  mdxToJs,
  type Features,
  type MdastPluginDefinition,
} from "satteri";
import type { Place } from "./read.ts";

/** What Markdown means here: the same for what checks a body and for what renders it. */
export const markdownFeatures: Features = {
  gfm: { footnotes: { label: "Notes" } },
  smartPunctuation: true,
};

/** A picture in a body; `address` is undefined when the reference it names stands nowhere. */
export type BodyPicture = Place & {
  address: string;
  markup: "markdown" | "html";
};

/** What a body holds, found by the parser that renders it. Places count from the body's own first line. */
export type BodyContents = {
  words: number;
  isEmpty: boolean;
  pictures: BodyPicture[];
  /** Why the parser gave up, MDX only: plain Markdown always parses. */
  failure?: Place & { message: string };
};

/** Words as a reader counts them: "hands-on" and "don't" are one each. */
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
/** The address in <img … src="…">, in HTML or JSX. */
const imgSource = /<img\b[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi;

/** Reads a body without rendering it for a page. */
export function readBody(body: string, format: "md" | "mdx"): BodyContents {
  const pictures: BodyPicture[] = [];
  const definitions = new Map<string, string>();
  const references: (Place & { identifier: string })[] = [];
  let words = 0;
  let hasComponents = false;
  const at = (node: { position?: { start: Place } | undefined }): Place => ({
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  });
  const collector: MdastPluginDefinition = {
    name: "read-body",
    options: { position: true },
    image(node) {
      pictures.push({ ...at(node), address: node.url, markup: "markdown" });
    },
    imageReference(node) {
      references.push({ ...at(node), identifier: node.identifier });
    },
    definition(node) {
      definitions.set(node.identifier, node.url);
    },
    html(node) {
      for (const found of node.value.matchAll(imgSource))
        pictures.push({
          ...at(node),
          address: found[1] ?? found[2] ?? found[3] ?? "",
          markup: "html",
        });
    },
    mdxJsxFlowElement: (node) => readElement(node),
    mdxJsxTextElement: (node) => readElement(node),
    after(root, context) {
      words =
        context.textContent(root, { includeHtml: false }).match(word)?.length ??
        0;
    },
  };
  function readElement(node: {
    name?: string | null;
    attributes: readonly unknown[];
    position?: { start: Place } | undefined;
  }) {
    hasComponents = true;
    if (node.name !== "img") return;
    const source = (
      node.attributes as { name?: string; value?: unknown }[]
    ).find(({ name }) => name === "src");
    if (typeof source?.value === "string")
      pictures.push({ ...at(node), address: source.value, markup: "html" });
  }

  const options = {
    mdastPlugins: [collector],
    features: { ...markdownFeatures, frontmatter: false },
  };
  try {
    if (format === "mdx") mdxToJs(body, options);
    else markdownToHtml(body, options);
  } catch (error) {
    return { words, isEmpty: false, pictures, failure: toFailure(error) };
  }
  for (const { identifier, ...place } of references)
    pictures.push({
      ...place,
      address: definitions.get(identifier) ?? "",
      markup: "markdown",
    });
  return {
    words,
    isEmpty: words === 0 && pictures.length === 0 && !hasComponents,
    pictures,
  };
}

/** The parser says "3:1: Expected a closing tag for `<Foo>` (3:1) (mdx-jsx:unexpected-character)". */
function toFailure(error: unknown): Place & { message: string } {
  const text = error instanceof Error ? error.message : String(error);
  const parts = /^(\d+):(\d+): ([^]*)$/.exec(text);
  return {
    line: Number(parts?.[1] ?? 1),
    column: Number(parts?.[2] ?? 1),
    message: (parts?.[3] ?? text).replace(
      / \(\d+:\d+(?:-\d+:\d+)?\)| \([a-z-]+:[a-z-]+\)$/g,
      "",
    ),
  };
}
