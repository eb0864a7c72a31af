import type { Element, ElementContent } from "hast";

/** The ids that satteri, like GitHub, gives to footnotes and their references. */
export const footnote = /user-content-fn-([^#]*)$/;
const reference = /user-content-fnref-[^#]*$/;

/** Markdown's delimiters for HTML elements. */
const delimiters: Record<string, string> = {
  em: "*",
  i: "*",
  strong: "**",
  b: "**",
  del: "~~",
  s: "~~",
};
const codeNames = /^(?:code|kbd|samp|tt|var)$/;
/** Elements without a Markdown equivalent, kept as HTML: 10<sup>2</sup> is not 102. */
const htmlNames = /^(?:sup|sub|ins)$/;

export function toInline(nodes: ElementContent[]): string {
  let text = "";
  const parts = nodes.map((node) => toPart(node));
  for (const [index, { content, delimiter, name }] of parts.entries()) {
    if (!delimiter) {
      // A "!" before a link would make it a picture.
      if (content.startsWith("[") && text.endsWith("!"))
        text = `${text.slice(0, -1)}\\!`;
      text += content;
      continue;
    }
    const next = parts.slice(index + 1).find(({ content }) => content !== "");
    const after = next?.delimiter ?? next?.content ?? "";
    text +=
      content === "" || isDelimitable(text, content, after, delimiter)
        ? content && `${delimiter}${content}${delimiter}`
        : `<${name}>${content}</${name}>`;
  }
  return text;
}

/** Whether delimiters around content would be parsed as such: CommonMark's left- and right-flanking runs. */
function isDelimitable(
  before: string,
  content: string,
  after: string,
  delimiter: string,
): boolean {
  const sign = delimiter.charAt(0);
  const space = /^\s?$/;
  const punctuation = /[\p{P}\p{S}]/u;
  const flanks = (inner: string, outer: string) =>
    !space.test(inner) &&
    inner !== sign &&
    outer !== sign &&
    (!punctuation.test(inner) || space.test(outer) || punctuation.test(outer));
  const [firstInner = "", lastInner = ""] = [content.at(0), content.at(-1)];
  return (
    flanks(firstInner, before.at(-1) ?? "") &&
    flanks(lastInner, after.charAt(0))
  );
}

type Part = { content: string; delimiter?: string; name?: string };

function toPart(node: ElementContent): Part {
  if (node.type === "text") return { content: escape(node.value) };
  if (!isElement(node)) return { content: "" };
  const { tagName: name, properties, children } = node;
  const href = toText(properties.href);
  if (codeNames.test(name)) return { content: toCodeSpan(textOf(node)) };
  const [only] = children;
  // Markdown renderers add links from footnotes back to the text.
  if (name === "a" && reference.test(href)) return { content: "" };
  if (
    name === "sup" &&
    isElement(only) &&
    reference.test(toText(only.properties.id))
  ) {
    const [, label = ""] = footnote.exec(toText(only.properties.href)) ?? [];
    return { content: `[^${decodeURIComponent(label)}]` };
  }
  if (name === "br") return { content: "\\\n" };
  if (name === "img")
    return {
      content: properties.alt
        ? `![${escape(toText(properties.alt))}](${toTarget(toText(properties.src))})`
        : "",
    };
  const content = toInline(children);
  if (name === "a" && href)
    return { content: `[${content}](${toTarget(href)})` };
  if (name === "q") return { content: `“${content}”` };
  const delimiter = delimiters[name];
  if (delimiter) return { content, delimiter, name };
  return {
    content: htmlNames.test(name) ? `<${name}>${content}</${name}>` : content,
  };
}

const toTarget = (address: string): string =>
  address.replace(/[\\()<>]/g, "\\$&").replace(/\s/g, encodeURIComponent);

/** Escapes text so that Markdown finds no markup in it. */
const escape = (text: string): string =>
  text
    .replace(/[ \t\n\r\f]+/g, " ")
    .replace(
      /[\\`*[\]<~]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
      "\\$&",
    );

export const isElement = (node: ElementContent | undefined): node is Element =>
  node?.type === "element";
export const toText = (value: unknown): string =>
  typeof value === "string" ? value : "";
export const textOf = (node: ElementContent): string =>
  node.type === "text"
    ? node.value
    : isElement(node)
      ? node.children.map(textOf).join("")
      : "";

/** More backticks than the longest run in a text. */
export const toFence = (text: string, least: number): string =>
  "`".repeat(
    Math.max(
      least,
      ...(text.match(/`+/g) ?? []).map(({ length }) => length + 1),
    ),
  );

export function toCodeSpan(text: string): string {
  const line = text.replace(/\s+/g, " ");
  if (line.trim() === "") return "";
  const fence = toFence(line, 1);
  const space = /^`|`$|^ .* $/.test(line) ? " " : "";
  return `${fence}${space}${line}${space}${fence}`;
}
