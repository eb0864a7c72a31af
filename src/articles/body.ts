import {
  htmlToHast,
  markdownToHtml,
  mdxToJs,
  type Features,
  type HastNode,
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

/** A picture in a body, its address unescaped; empty when the reference it names stands nowhere. */
export type BodyPicture = Place & {
  address: string;
  markup: "markdown" | "html";
};

/** A component that an MDX body uses without importing it. */
export type BodyComponent = Place & { name: string };

/** What a body holds, found by the parser that renders it. Places count from the body's own first line. */
export type BodyContents = {
  words: number;
  isEmpty: boolean;
  pictures: BodyPicture[];
  /** HTML that opens and never closes, Markdown only: all that follows would vanish into it. */
  unclosed: (Place & { markup: string })[];
  /** Components that nothing imports, MDX only. */
  strangers: BodyComponent[];
  /** What an MDX body imports, by the names after `from`. */
  imports: (Place & { from: string })[];
  /** Why the parser gave up, MDX only: plain Markdown always parses. */
  failure?: Place & { message: string };
};

/** Words as a reader counts them: "hands-on" and "don't" are one each. */
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
/** HTML whose content is no text to a browser until it ends. */
const swallowing = /<(\/?)(script|style|textarea|title|iframe|noscript)\b/gi;
/** Elements of HTML that bring a picture of their own. */
const pictureElements = ["img", "source", "image"];
/** Names that an import or export brings: import A, { B, C as D } from "e"; import * as F from "g"; export const H = 1 */
const broughtName = /\b([A-Z]\w*)\b(?=\s*(?:,|\}|\(|from\b|=))/g;

/** <!-- in HTML --> and in MDX /* inside braces *\/: nobody reads them. */
const comment = /<!--[^]*?-->|\/\*[^]*?\*\//g;
const saysNothing = (code: string): boolean =>
  code.replace(comment, "").trim() === "";

/** Reads a body without rendering it for a page. */
export function readBody(body: string, format: "md" | "mdx"): BodyContents {
  const pictures: BodyPicture[] = [];
  const definitions = new Map<string, string>();
  const references: (Place & { identifier: string })[] = [];
  const unclosed: BodyContents["unclosed"] = [];
  /** Swallowing elements that are open where the parser stands. */
  const open = new Map<string, Place>();
  const used: BodyComponent[] = [];
  const brought = new Set<string>();
  const imports: BodyContents["imports"] = [];
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
      pictures.push({
        ...at(node),
        address: unescape(node.url),
        markup: "markdown",
      });
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
      hasMore ||= !saysNothing(node.value);
      const shown = node.value.replace(comment, "");
      if (shown.includes("<!--"))
        unclosed.push({ ...at(node), markup: "<!--" });
      for (const [, slash, name = ""] of shown.matchAll(swallowing)) {
        const element = name.toLowerCase();
        if (slash) open.delete(element);
        else open.set(element, at(node));
      }
      for (const address of picturesInHtml(node.value))
        pictures.push({ ...at(node), address, markup: "html" });
    },
    mdxjsEsm(node) {
      for (const [, name] of node.value.matchAll(broughtName))
        brought.add(name as string);
      for (const [, from] of node.value.matchAll(/\bfrom\s*["']([^"']+)["']/g))
        imports.push({ ...at(node), from: from as string });
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
    const name = node.name ?? "";
    if (/^[A-Z]\w*$/.test(name)) used.push({ ...at(node), name });
    const attribute = (wanted: string) =>
      (node.attributes as { name?: string; value?: unknown }[]).find(
        (one) => one.name === wanted,
      )?.value;
    const source = pictureElements.includes(name)
      ? (attribute("src") ?? attribute("srcset") ?? "")
      : attribute("poster");
    if (typeof source === "string")
      pictures.push({ ...at(node), address: source, markup: "html" });
  }

  const options = {
    mdastPlugins: [collector],
    features: { ...markdownFeatures, frontmatter: false, rawHtml: false },
  };
  try {
    if (format === "mdx") mdxToJs(body, options);
    else markdownToHtml(body, options);
  } catch (error) {
    return {
      words,
      isEmpty: false,
      pictures,
      unclosed,
      strangers: [],
      imports,
      failure: toFailure(error),
    };
  }
  for (const [name, place] of open)
    unclosed.push({ ...place, markup: `<${name}` });
  for (const { identifier, ...place } of references)
    pictures.push({
      ...place,
      address: unescape(definitions.get(identifier) ?? ""),
      markup: "markdown",
    });
  return {
    words,
    isEmpty: words === 0 && pictures.length === 0 && !hasMore,
    pictures,
    unclosed,
    strangers: used.filter(({ name }) => !brought.has(name)),
    imports,
  };
}

/** Markdown may escape what a path holds, ./a%20gate.png; a % that escapes nothing stays for the rule to see. */
function unescape(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The addresses of pictures in raw HTML, as a browser's parser sees them. */
function picturesInHtml(html: string): string[] {
  const addresses: string[] = [];
  const collect = (node: HastNode) => {
    if (node.type === "element") {
      const { src, srcSet, poster } = node.properties ?? {};
      if (pictureElements.includes(node.tagName))
        addresses.push(String(src ?? srcSet ?? ""));
      else if (poster) addresses.push(String(poster));
    }
    if ("children" in node)
      for (const child of node.children) collect(child as HastNode);
  };
  if (/<(?:img|source|image|video)\b/i.test(html))
    collect(htmlToHast(html, { fragment: true }));
  return addresses;
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
