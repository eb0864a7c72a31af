import {
  markdownToHtml,
  mdxToJs,
  type Features,
  type MdastNode,
  type MdastPluginDefinition,
  type MdastVisitorContext,
} from "satteri";
import type { Place } from "./read.ts";

/** What Markdown means here: the same for what checks a body and for what renders it. */
export const markdownFeatures: Features = {
  gfm: { footnotes: { label: "Notes" } },
  smartPunctuation: true,
  // HTML in a text becomes elements, so that the steps see its links too and no tag stays open.
  rawHtml: true,
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
const imgSource = /<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi;

/** <!-- in HTML --> and in MDX /* inside braces *\/: nobody reads them. */
const comment = /<!--[^]*?-->|\/\*[^]*?\*\//g;
const saysNothing = (code: string): boolean =>
  code.replace(comment, "").trim() === "";

/** Reads a body without rendering it for a page. */
export function readBody(body: string, format: "md" | "mdx"): BodyContents {
  const pictures: BodyPicture[] = [];
  const definitions = new Map<string, string>();
  const references: (Place & { identifier: string })[] = [];
  let words = 0;
  let hasMore = false;
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
      // Of two definitions the first one counts, as everywhere in Markdown.
      if (!definitions.has(node.identifier))
        definitions.set(node.identifier, node.url);
    },
    code() {
      hasMore = true;
    },
    html(node) {
      const shown = node.value.replace(comment, "");
      hasMore ||= !saysNothing(shown);
      for (const found of shown.matchAll(imgSource))
        pictures.push({
          ...at(node),
          address: found[1] ?? found[2] ?? found[3] ?? "",
          markup: "html",
        });
    },
    mdxJsxFlowElement: (node) => readElement(node),
    mdxJsxTextElement: (node) => readElement(node),
    mdxFlowExpression: (node) => {
      hasMore ||= !saysNothing(node.value);
    },
    mdxTextExpression: (node) => {
      hasMore ||= !saysNothing(node.value);
    },
    paragraph: countWords,
    heading: countWords,
    tableCell: countWords,
  };
  /** Block by block: the last word of one and the first of the next are two. */
  function countWords(
    node: MdastNode,
    context: { textContent: MdastVisitorContext["textContent"] },
  ) {
    const text = context.textContent(node, { includeHtml: false });
    words += text.match(word)?.length ?? 0;
  }
  function readElement(node: {
    name?: string | null;
    attributes: readonly unknown[];
    position?: { start: Place } | undefined;
  }) {
    hasMore = true;
    if (node.name !== "img") return;
    const source = (
      node.attributes as { name?: string; value?: unknown }[]
    ).find(({ name }) => name === "src");
    if (typeof source?.value === "string")
      pictures.push({ ...at(node), address: source.value, markup: "html" });
  }

  const options = {
    mdastPlugins: [collector],
    features: { ...markdownFeatures, frontmatter: false, rawHtml: false },
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
    isEmpty: words === 0 && pictures.length === 0 && !hasMore,
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
