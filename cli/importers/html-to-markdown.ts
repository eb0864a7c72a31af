import type { Element, ElementContent, Nodes, Root, RootContent } from "hast";
import rehypeParse from "rehype-parse";
import rehypeRemark, { type Options } from "rehype-remark";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { quote } from "#articles/fields.ts";
import { toEmbedAddress } from "./embeds.ts";
import { toMark, type Note } from "./source.ts";

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
/** What Markdown has no sign for and our texts may hold as HTML. */
const kept = "abbr cite dfn ins kbd mark q samp small sub sup time u var".split(
  " ",
);
/** WordPress and Ghost leave these for their editors: <!-- wp:paragraph -->, <!--kg-card-begin: html-->, <!--more--> */
const editorComment = /^\s*(?:\/?wp:|kg-card-|more\b|nextpage\b)/;
/** [gallery ids="1,2"], [/tab]: a name that WordPress itself has, or one with something=… in it, or a closing one. */
const shortcode =
  /\[\/?(?:(?:gallery|audio|video|playlist|caption|embed|code|sourcecode|youtube|vimeo|gist|contact-form-7)\b[^\]\n]{0,500}|[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}=[^\]\n]{1,500})+)\]|\[\/[a-z][\w-]{1,40}\]/g;

const rawHandlers = Object.fromEntries(
  kept.map((name) => [
    name,
    (state: { all: (node: Element) => unknown[] }, node: Element) => {
      const title = node.properties["title"];
      const shown =
        typeof title === "string"
          ? ` title="${title.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`
          : "";
      return [
        { type: "html", value: `<${name}${shown}>` },
        ...state.all(node),
        { type: "html", value: `</${name}>` },
      ];
    },
  ]),
) as unknown as NonNullable<Options["handlers"]>;

/** How HTML is made Markdown, in order. Whatever runs, loads or styles is gone before anything else looks. */
const toPipeline = (clean: (tree: Root) => void) =>
  unified()
    .use(rehypeParse, { fragment: true })
    .use(() => clean)
    .use(rehypeSanitize, {
      ...defaultSchema,
      tagNames: [...(defaultSchema.tagNames ?? []), ...kept],
    })
    .use(rehypeRemark, { handlers: rawHandlers })
    .use(remarkGfm)
    .use(remarkStringify, {
      bullet: "-",
      emphasis: "_",
      rule: "-",
      fences: true,
    });

/**
 * HTML from anywhere as Markdown, with a mark wherever something has no counterpart.
 * @param line the line that the HTML begins on in its file
 * @returns the text, and on which lines its links and pictures were, in order, by address
 */
export function htmlToMarkdown(
  html: string,
  line: number,
  note: (note: Note) => void,
  isWordPress = false,
): { markdown: string; lines: Map<string, number[]> } {
  const source =
    isWordPress && !/<!-- wp:|<p[\s>]/.test(html) ? toParagraphs(html) : html;
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
      return isWordPress && !isCode ? cleanText(node) : [node];
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
  function cleanText(
    node: Extract<ElementContent, { type: "text" }>,
  ): ElementContent[] {
    const parts: ElementContent[] = [];
    let old = 0;
    for (const { 0: code, index } of node.value.matchAll(shortcode)) {
      parts.push({ type: "text", value: node.value.slice(old, index) });
      old = index + code.length;
      const start = {
        line:
          (node.position?.start.line ?? 1) +
          node.value.slice(0, index).split("\n").length -
          1,
        column: 1,
      };
      const at = {
        type: "text",
        value: code,
        position: { start, end: start },
      } as const;
      if (/^\[\/?(?:caption|embed)\b/.test(code))
        note({
          kind: "dropped",
          line: lineOf(at),
          text: `${quote(code)}; what is in it stays`,
        });
      else parts.push(markOf(at, code));
    }
    parts.push({ type: "text", value: node.value.slice(old) });
    return parts.flatMap((part): ElementContent[] =>
      part.type === "text" && /^\s*https?:\/\/\S+\s*$/.test(part.value)
        ? [
            toElement("a", [{ type: "text", value: part.value.trim() }], {
              href: part.value.trim(),
            }),
          ]
        : [part],
    );
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

const toElement = (
  tagName: string,
  children: ElementContent[],
  properties: Element["properties"] = {},
): Element => ({
  type: "element",
  tagName,
  properties,
  children,
});
const toText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;
const hasClass = (properties: Element["properties"], name: string) =>
  Array.isArray(properties["className"]) &&
  properties["className"].includes(name);
const isBookmark = ({ properties }: Element) =>
  hasClass(properties, "kg-bookmark-card");

/** An element as it was written; a picture that is written out in letters is cut short. */
const toWritten = (html: string, { position }: Nodes): string =>
  html
    .slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
    .replace(/(data:[^"',\s]{1,60},?)[^"'\s)>]{60,}/g, "$1…");

function find(
  node: Element,
  fits: (element: Element) => boolean,
): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const found = fits(child) ? child : find(child, fits);
    if (found) return found;
  }
  return undefined;
}

/** WordPress's own step from text with empty lines to paragraphs. No line moves; nothing in <pre> changes. */
const toParagraphs = (text: string): string =>
  text
    .split(/(<pre[\s>][^]*?<\/pre>)/i)
    .map((stretch) =>
      /^<pre[\s>]/i.test(stretch)
        ? stretch
        : stretch
            .split(/(\n[ \t]*\n\s*)/)
            .map((block) =>
              block.trim() === "" ||
              /^\s*<\/?(?:address|blockquote|details|div|dl|figure|form|h[1-6]|hr|iframe|ol|p|pre|script|section|style|table|ul)\b/i.test(
                block,
              )
                ? block
                : `<p>${block.replace(/(?<!^|>)\n(?!$)/g, "<br>\n")}</p>`,
            )
            .join(""),
    )
    .join("");
