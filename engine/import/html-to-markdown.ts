import type { Element, ElementContent, Nodes, RootContent, Text } from "hast";
import { quote } from "gatepost/model/fields.ts";
import { toCodeBlock, toLanguage } from "./code.ts";
import { toVideoDirective } from "./embeds.ts";
import { markFootnotes } from "./footnotes.ts";
import { toPipeline } from "./html-pipeline.ts";
import {
  editorComment,
  emptyBlock,
  invisible,
  isCodeBlock,
  isBlank,
  isBookmark,
  paywall,
  splitInline,
  splitParagraph,
  toNumberedCode,
  toPageOf,
  unconvertible,
} from "./html-parts.ts";
import { find, hasClass, toElement, toText, toWritten } from "./hast.ts";
import { markTodo, type TakeNote } from "./source.ts";
import { tag } from "./templates.ts";
import { toParagraphs, toWordPressParagraphs } from "./paragraphs.ts";
import { escapeAddresses } from "./to-plain.ts";
import { shortcode, splitText, toHtml } from "./wordpress-text.ts";

/**
 * Converts HTML to Markdown, with TODOs for what cannot be converted.
 * @param line the line of the file on which the HTML starts
 * @param tags which template tags the HTML contains
 * @returns the text, and the lines of its links and pictures, in order, by address
 */
export function htmlToMarkdown(
  html: string,
  line: number,
  note: TakeNote,
  tags?: "wordpress" | "templates",
): { markdown: string; lines: Map<string, number[]> } {
  const isWordPress = tags === "wordpress";
  const prepared = escapeAddresses(toHtml(html, isWordPress, line, note));
  const source = isWordPress
    ? toWordPressParagraphs(prepared)
    : /<br\s*\/?>\s*<br/i.test(prepared)
      ? toParagraphs(prepared, false)
      : prepared;
  const lines = new Map<string, number[]>();
  const lost = new Map<string, { line: number; times: number }>();
  const lineOf = (node: Nodes) => (node.position?.start.line ?? 1) + line - 1;
  const remember = (address: string, node: Nodes) =>
    lines.set(address, [...(lines.get(address) ?? []), lineOf(node)]);
  const drop = (text: string, node: Nodes) =>
    note("dropped", text, lineOf(node));
  const markOf = (
    node: Nodes,
    written = toWritten(source, node),
    problem?: string,
  ): Element => {
    const todo = markTodo(note, lineOf(node), written, problem);
    const value = todo.replace(/^`+ ?| ?`+$/g, "");
    return toElement("code", [{ type: "text", value }]);
  };
  const toParagraph = (
    href: string,
    children: ElementContent[] = [{ type: "text", value: href }],
  ) => toElement("p", [toElement("a", children, { href })]);

  /** The language of the code in the elements around a node. */
  let language: string | undefined;
  const cleanAll = (
    nodes: readonly RootContent[],
    isCode: boolean,
  ): ElementContent[] => nodes.flatMap((node) => clean(node, isCode));
  function clean(node: RootContent, isCode: boolean): ElementContent[] {
    if (node.type === "comment") {
      if (paywall.test(node.value))
        return [markOf(node, undefined, "hides the text after it")];
      if (emptyBlock.test(node.value)) return [markOf(node)];
      if (!editorComment.test(node.value))
        drop(`a comment in the HTML: ${quote(node.value.trim())}`, node);
      return [];
    }
    if (node.type === "text") return tags && !isCode ? cleanText(node) : [node];
    if (node.type !== "element") return [];
    const { tagName, properties } = node;
    for (const name of Object.keys(properties))
      if (name === "style" || /^on[A-Z]/i.test(name)) {
        const before = lost.get(name) ?? { line: lineOf(node), times: 0 };
        lost.set(name, { ...before, times: before.times + 1 });
      }
    if (
      invisible.has(tagName) ||
      (tagName === "script" && !properties["src"])
    ) {
      drop(`<${tagName}>: ${quote(toWritten(source, node))}`, node);
      return [];
    }
    const address =
      toText(properties["href"]) ??
      toText(properties["dataSrc"]) ??
      toText(properties["src"]) ??
      "";
    const video = toPageOf(node, address);
    if (video) {
      const directive = toVideoDirective(video, toText(properties["title"]));
      note(
        "mapped",
        `<${tagName}> → ${directive ? "::youtube" : `a link to ${video}`}`,
        lineOf(node),
      );
      return [
        directive
          ? toElement("leaf-directive", [], { value: directive })
          : toParagraph(video),
      ];
    }
    const code = tagName === "table" ? toNumberedCode(node) : node;
    if (code && isCodeBlock(code)) return [toCodeBlock(code, language)];
    if (hasClass(properties, "kg-toggle-card-icon")) return [];
    if (
      unconvertible.has(tagName) &&
      !(tagName === "input" && properties["type"] === "checkbox")
    )
      return [markOf(node)];
    if (tagName === "img") {
      if (address === "" || /^data:/i.test(address)) return [markOf(node)];
      remember(address, node);
      return [{ ...node, properties: { ...properties, src: address } }];
    }
    if (isBookmark(node)) return cleanBookmark(node);
    if (tagName === "a") return cleanLink(node, address, isCode);
    const outer = language;
    if (/^(?:div|figure)$/.test(tagName)) language = toLanguage(node) ?? outer;
    const children = cleanAll(node.children, isCode || tagName === "code");
    language = outer;
    if (/^(?:p|div)$/.test(tagName) && children.every(isBlank)) return [];
    const inline = splitInline({ ...node, children });
    if (inline) return inline;
    // A caption becomes a paragraph of its own.
    return /^(?:p|figcaption)$/.test(tagName)
      ? splitParagraph({ ...node, tagName: "p", children })
      : [{ ...node, children }];
  }

  function cleanLink(
    node: Element,
    address: string,
    isCode: boolean,
  ): ElementContent[] {
    const [only, ...rest] = node.children.filter(
      (child) => child.type !== "text" || child.value.trim(),
    );
    if (!only) return node.children as ElementContent[];
    // A thumbnail is replaced with the picture it links to.
    if (
      only?.type === "element" &&
      only.tagName === "img" &&
      rest.length === 0 &&
      /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(address)
    ) {
      note(
        "guessed",
        `a thumbnail replaced with ${quote(address)}`,
        lineOf(node),
      );
      return clean(
        {
          ...only,
          properties: { ...only.properties, src: address, dataSrc: undefined },
        },
        isCode,
      );
    }
    if (
      address &&
      !/^(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(address.trim())
    ) {
      remember(address, node);
      return [{ ...node, children: cleanAll(node.children, isCode) }];
    }
    if (address) drop(`a link to ${quote(address)}; its text stays`, node);
    return cleanAll(node.children, isCode);
  }

  /** A bookmark card of Ghost becomes a link with its title. */
  function cleanBookmark(node: Element): ElementContent[] {
    const link = find(node, ({ tagName }) => tagName === "a");
    const title = find(node, ({ properties }) =>
      hasClass(properties, "kg-bookmark-title"),
    );
    const href = toText(link?.properties["href"]);
    if (!href) return [markOf(node)];
    remember(href, node);
    note("mapped", `a bookmark card → a link to ${href}`, lineOf(node));
    return [toParagraph(href, title?.children)];
  }

  /** Removes caption and embed tags, marks all other template tags, and links a lone address. */
  function cleanText(node: Text): ElementContent[] {
    let line = node.position?.start.line ?? 1;
    return splitText(
      node.value,
      tags === "wordpress" ? shortcode : tag,
    ).flatMap(({ words, code }) => {
      const isAddress = /^\s*https?:\/\/\S+\s*$/.test(words);
      const text: Text = {
        type: "text",
        value: isAddress ? words.trim() : words,
      };
      const shown: ElementContent[] = [
        isAddress ? toElement("a", [text], { href: text.value }) : text,
      ];
      line += words.split("\n").length - 1;
      if (code === undefined) return shown;
      const start = { line, column: 1 };
      const at: Text = {
        type: "text",
        value: code,
        position: { start, end: start },
      };
      // [[gallery]] shows [gallery].
      if (code.startsWith("[["))
        return [...shown, { type: "text", value: code.slice(1, -1) }];
      if (!/^\[\/?(?:caption|embed)\b/.test(code))
        return [...shown, markOf(at, code)];
      drop(`${quote(code)}; its content stays`, at);
      return shown;
    });
  }

  const markdown = String(
    toPipeline((tree) => {
      const notes = markFootnotes(tree);
      if (notes > 0) note("mapped", `footnotes: ${notes}`);
      tree.children = cleanAll(tree.children, false);
    }).processSync(source),
  );
  for (const [name, { line: first, times }] of lost)
    note(
      "dropped",
      `the attribute ${name.toLowerCase()}${times > 1 ? `, ${times} times` : ""}`,
      first,
    );
  return { markdown, lines };
}
