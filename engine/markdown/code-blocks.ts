import type { Element, ElementContent } from "hast";
import { defineHastPlugin, defineMdastPlugin } from "satteri";
import { readFence, toLanguage, type LineKind } from "#text/fence.ts";
import { languageProperty } from "#text/markers.ts";

/**
 * Wraps a code block in a box with a file name and space for a copy button. The other options are kept in the box until
 * the code has been split into lines: with raw HTML beside it, Sätteri would lose them.
 */
export const frameCode = defineMdastPlugin({
  name: "code-blocks",
  code(node, context) {
    const meta = node.meta ?? "";
    const lang = node.lang && toLanguage(node.lang);
    const { title } = readFence(meta, lang ?? "", 0);
    context.replaceNode(node, {
      type: "figure",
      data: {
        hName: title ? "figure" : "div",
        hProperties: {
          className: ["code-block"],
          [languageProperty]: lang || "text",
          ...(meta ? { dataMeta: meta } : {}),
        },
      },
      children: [
        ...(title
          ? [
              {
                type: "figcaption" as const,
                data: { hName: "figcaption" },
                children: [{ type: "text" as const, value: title }],
              },
            ]
          : []),
        { type: "code", lang, value: node.value },
      ],
    } as never);
  },
});

/** Wraps marked, inserted and deleted lines in elements: not all readers, and no feeds, get their colours. */
export const markLines = defineHastPlugin({
  name: "code-lines",
  element: {
    filter: ["div", "figure"],
    visit(node, context) {
      const names = node.properties.className;
      if (!Array.isArray(names) || names[0] !== "code-block") return;
      const pre = node.children.findLast(isElement);
      const code = pre?.children.find(isElement);
      if (!pre || !code) return;
      const language = String(pre.properties[languageProperty] ?? "");
      const meta = String(node.properties.dataMeta ?? "");
      if (meta) context.setProperty(node, "dataMeta", null);
      if (!meta && language !== "diff") return;
      const count = code.children.filter(isElement).length;
      const { lines } = readFence(meta, language, count);
      const hasSigns =
        language === "diff" ||
        [...lines.values()].some((kind) => kind !== "mark");
      let number = 0;
      context.replaceNode(code, {
        ...code,
        children: code.children.map((child) =>
          isElement(child)
            ? toLine(child, lines.get(++number), language, hasSigns)
            : child,
        ),
      });
    },
  },
});

function toLine(
  line: Element,
  marked: LineKind | undefined,
  language: string,
  hasSign: boolean,
): Element {
  const [sign, children] =
    language === "diff" ? takeSign(line) : [undefined, line.children];
  const kind = sign ?? marked;
  return {
    ...line,
    tagName: kind ?? "span",
    children: hasSign
      ? [
          {
            type: "element",
            tagName: "span",
            properties: { className: ["sign"] },
            children: [{ type: "text", value: diffMarks[kind ?? "mark"] }],
          },
          ...children,
        ]
      : children,
  };
}

const diffMarks: Record<LineKind, string> = { mark: " ", ins: "+", del: "-" };

/** Splits a diff line into its + or -, which Astro puts in an element of its own, and the rest. */
function takeSign(line: Element): [LineKind | undefined, ElementContent[]] {
  const [token, ...others] = line.children;
  if (!isElement(token)) return [undefined, line.children];
  const [first, ...rest] = token.children;
  if (isElement(first)) {
    const [text] = first.children;
    const isAdded = text?.type === "text" && text.value === "+";
    return [isAdded ? "ins" : "del", [{ ...token, children: rest }, ...others]];
  }
  if (first?.type !== "text") return [undefined, line.children];
  const value = first.value.replace(/^ /, "");
  return [
    undefined,
    [{ ...token, children: [{ ...first, value }, ...rest] }, ...others],
  ];
}

const isElement = (node: ElementContent | undefined): node is Element =>
  node?.type === "element";
