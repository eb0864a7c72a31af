import type { Element, ElementContent, Nodes, RootContent, Text } from "hast";
import { quote } from "gatepost/model/fields.ts";
import { toEmbedAddress } from "./embeds.ts";
import { toPipeline } from "./html-pipeline.ts";
import { find, hasClass, toElement, toText, toWritten } from "./hast.ts";
import { toMark, type Note } from "./source.ts";
import { tag } from "./templates.ts";
import { shortcode, splitText, toParagraphs } from "./wordpress-text.ts";

/** What vanishes: nobody reads it. */
const unread = new Set([
  "style",
  "noscript",
  "link",
  "meta",
  "base",
  "template",
  "title",
]);
/** What Markdown has no counterpart for, and a reader would miss. */
const unmatched = new Set(
  "script iframe frame embed object applet video audio form input button select textarea canvas svg math map dialog".split(
    " ",
  ),
);
/** WordPress and Ghost leave these for their editors: <!-- wp:paragraph -->, <!--kg-card-begin: html-->, <!--more--> */
const editorComment = /^\s*(?:\/?wp:|kg-card-|more\b|nextpage\b)/;

/**
 * HTML from anywhere as Markdown, with a mark wherever something has no counterpart.
 * @param line the line that the HTML begins on in its file
 * @returns the text, and on which lines its links and pictures were, in order, by address
 */
export function htmlToMarkdown(
  html: string,
  line: number,
  note: (note: Note) => void,
  shortForms?: "wordpress" | "templates",
): { markdown: string; lines: Map<string, number[]> } {
  const source =
    shortForms === "wordpress" && !/<!-- wp:|<p[\s>]/.test(html)
      ? toParagraphs(html)
      : html;
  const lines = new Map<string, number[]>();
  const lost = new Map<string, { line: number; times: number }>();
  const lineOf = (node: Nodes) => (node.position?.start.line ?? 1) + line - 1;
  const remember = (address: string, node: Nodes) =>
    lines.set(address, [...(lines.get(address) ?? []), lineOf(node)]);
  const markOf = (node: Nodes, written = toWritten(source, node)): Element => {
    const value = toMark(lineOf(node), written);
    note({
      kind: "to do",
      line: lineOf(node),
      text: `${quote(written)} has no counterpart here: it is marked in the text`,
    });
    return toElement("code", [{ type: "text", value }]);
  };

  const cleanAll = (
    nodes: readonly RootContent[],
    isCode: boolean,
  ): ElementContent[] => nodes.flatMap((node) => clean(node, isCode));
  function clean(node: RootContent, isCode: boolean): ElementContent[] {
    if (node.type === "comment") {
      if (!editorComment.test(node.value))
        note({
          kind: "dropped",
          line: lineOf(node),
          text: `a comment in the HTML: ${quote(node.value.trim())}`,
        });
      return [];
    }
    if (node.type === "text")
      return shortForms && !isCode ? cleanText(node) : [node];
    if (node.type !== "element") return [];
    const { tagName, properties } = node;
    for (const name of Object.keys(properties))
      if (name === "style" || /^on[A-Z]/i.test(name)) {
        const before = lost.get(name) ?? { line: lineOf(node), times: 0 };
        lost.set(name, { ...before, times: before.times + 1 });
      }
    if (unread.has(tagName) || (tagName === "script" && !properties["src"])) {
      note({
        kind: "dropped",
        line: lineOf(node),
        text: `<${tagName}>: ${quote(toWritten(source, node))}`,
      });
      return [];
    }
    const address =
      toText(properties["href"]) ??
      toText(properties["dataSrc"]) ??
      toText(properties["src"]) ??
      "";
    if (tagName === "iframe" && toEmbedAddress(address)) {
      const shown = toEmbedAddress(address) as string;
      note({
        kind: "mapped",
        line: lineOf(node),
        text: `<iframe> → a link to ${shown}`,
      });
      return [
        toElement("p", [
          toElement("a", [{ type: "text", value: shown }], { href: shown }),
        ]),
      ];
    }
    if (
      unmatched.has(tagName) &&
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
    // A caption is a paragraph under its picture, not more of its line.
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
    // A thumbnail that leads to the whole picture becomes the whole picture.
    if (
      only?.type === "element" &&
      only.tagName === "img" &&
      rest.length === 0 &&
      /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(address)
    ) {
      note({
        kind: "guessed",
        line: lineOf(node),
        text: `the small picture that leads to ${quote(address)} stands for it`,
      });
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
    if (address)
      note({
        kind: "dropped",
        line: lineOf(node),
        text: `a link to ${quote(address)}; its words stay`,
      });
    return cleanAll(node.children, isCode);
  }

  /** Ghost's card of another page: a link with that page's title. */
  function cleanBookmark(node: Element): ElementContent[] {
    const link = find(node, ({ tagName }) => tagName === "a");
    const title = find(node, ({ properties }) =>
      hasClass(properties, "kg-bookmark-title"),
    );
    const href = toText(link?.properties["href"]);
    if (!href) return [markOf(node)];
    remember(href, node);
    note({
      kind: "mapped",
      line: lineOf(node),
      text: `a bookmark card → a link to ${href}`,
    });
    return [
      toElement("p", [
        toElement("a", title?.children ?? [{ type: "text", value: href }], {
          href,
        }),
      ]),
    ];
  }

  /** A text of WordPress: a caption's own marks go, what is in it stays; an address alone on its line is a link. */
  function cleanText(node: Text): ElementContent[] {
    let line = node.position?.start.line ?? 1;
    return splitText(
      node.value,
      shortForms === "wordpress" ? shortcode : tag,
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
      note({
        kind: "dropped",
        line: lineOf(at),
        text: `${quote(code)}; what is in it stays`,
      });
      return shown;
    });
  }

  const markdown = String(
    toPipeline((tree) => {
      tree.children = cleanAll(tree.children, false);
    }).processSync(source),
  );
  for (const [name, { line: first, times }] of lost)
    note({
      kind: "dropped",
      line: first,
      text: `the attribute ${name.toLowerCase()}${times > 1 ? `, ${times} times` : ""}`,
    });
  return { markdown, lines };
}

const isBookmark = ({ properties }: Element) =>
  hasClass(properties, "kg-bookmark-card");
