import type { Element, ElementContent, Nodes, RootContent, Text } from "hast";
import { quote } from "gatepost/model/fields.ts";
import { toVideoPage } from "./embeds.ts";
import { toPipeline } from "./html-pipeline.ts";
import { find, hasClass, toElement, toText, toWritten } from "./hast.ts";
import { markTodo, type TakeNote } from "./source.ts";
import { tag } from "./templates.ts";
import { toParagraphs, toWordPressParagraphs } from "./paragraphs.ts";
import { shortcode, splitText } from "./wordpress-text.ts";

/** Elements without content for readers. */
const invisible = new Set(
  "style noscript link meta base template title".split(" "),
);
/** Elements that readers would miss, and that cannot be converted. */
const unconvertible = new Set(
  "script iframe frame embed object applet video audio form input button select textarea canvas svg math map dialog".split(
    " ",
  ),
);
/** Comments for the editors of WordPress and Ghost: <!-- wp:paragraph -->, <!--kg-card-begin: html-->, <!--more--> */
const editorComment = /^\s*(?:\/?wp:|kg-|more\b|nextpage\b)/;
/** Comments of Ghost and Jetpack that hide the text after them from visitors. */
const paywall =
  /^\s*(?:members-only\b|kg-gated-block:begin(?! nonMember:true)|wp:jetpack\/(?:paywall|premium-content\/subscriber-view)\b)/;

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
  const source =
    tags === "wordpress"
      ? toWordPressParagraphs(html)
      : /<br\s*\/?>\s*<br/i.test(html)
        ? toParagraphs(html, false)
        : html;
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

  const cleanAll = (
    nodes: readonly RootContent[],
    isCode: boolean,
  ): ElementContent[] => nodes.flatMap((node) => clean(node, isCode));
  function clean(node: RootContent, isCode: boolean): ElementContent[] {
    if (node.type === "comment") {
      if (paywall.test(node.value))
        return [markOf(node, undefined, "hides the text after it")];
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
    const video = tagName === "iframe" ? toVideoPage(address) : undefined;
    if (video) {
      note("mapped", `<iframe> → a link to ${video}`, lineOf(node));
      return [toParagraph(video)];
    }
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
    const children = cleanAll(
      node.children,
      isCode || tagName === "pre" || tagName === "code",
    );
    if (/^(?:p|div)$/.test(tagName) && children.every(isBlank)) return [];
    // A caption becomes a paragraph of its own.
    return [
      { ...node, tagName: tagName === "figcaption" ? "p" : tagName, children },
    ];
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
      if (!/^\[\/?(?:caption|embed)\b/.test(code))
        return [...shown, markOf(at, code)];
      drop(`${quote(code)}; its content stays`, at);
      return shown;
    });
  }

  const markdown = String(
    toPipeline((tree) => {
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

/** Whether a node only makes space. `trim` takes &nbsp; away, too. */
const isBlank = (node: ElementContent): boolean =>
  node.type === "text"
    ? node.value.trim() === ""
    : node.type === "element" && node.tagName === "br";

const isBookmark = ({ properties }: Element) =>
  hasClass(properties, "kg-bookmark-card");
