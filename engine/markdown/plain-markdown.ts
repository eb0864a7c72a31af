import type { Element, ElementContent, Root } from "hast";
import { htmlToHast } from "satteri";
import {
  footnote,
  isElement,
  textOf,
  toCodeSpan,
  toFence,
  toInline,
  toText,
} from "./plain-inline.ts";

/** An article as plain Markdown; `html` is its text as in feeds, standalone and with absolute addresses. */
export const toPlainMarkdown = (title: string, html: string): string => {
  const { children } = htmlToHast(html, { fragment: true }) as Root;
  return [
    `# ${toHeading([{ type: "text", value: title }])}`,
    ...toBlocks(children as ElementContent[]),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
};

const blockNames = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hr li main nav ol p pre section summary table ul`.split(
    /\s+/,
  ),
);
const isBlock = (node: ElementContent): boolean =>
  isElement(node) &&
  (blockNames.has(node.tagName) ||
    (!/^(?:img|code)$/.test(node.tagName) && node.children.some(isBlock)));

/** Converts blocks to Markdown, separated by empty lines. Inline content between blocks becomes a paragraph. */
function toBlocks(nodes: ElementContent[]): string[] {
  const blocks: string[] = [];
  let inline: ElementContent[] = [];
  /** Adjacent lists of one kind need different markers, or they would merge. */
  let last = "";
  const add = (kind: string, ...added: string[]) => {
    const shown = added.filter((block) => block !== "");
    if (shown.length > 0) last = kind;
    blocks.push(...shown);
  };
  const endParagraph = () => {
    add("p", toParagraph(inline));
    inline = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || !isBlock(node)) {
      inline.push(node);
      continue;
    }
    endParagraph();
    const { tagName, children } = node;
    if (/^[uo]l$/.test(tagName)) {
      const kind = last === tagName ? `other ${tagName}` : tagName;
      add(kind, toList(node, kind !== tagName));
    } else if (/^h[1-6]$/.test(tagName)) {
      const text = toHeading(children);
      add("h", text && `${"#".repeat(Number(tagName[1]))} ${text}`);
    } else if (tagName === "hr") add("hr", "---");
    else if (tagName === "pre") add("pre", toCode(node));
    else if (tagName === "table") add("table", ...toTable(node));
    else if (tagName === "blockquote")
      add(
        "blockquote",
        toBlocks(children)
          .join("\n\n")
          .replace(/^/gm, "> ")
          .replace(/ +$/gm, ""),
      );
    else if (tagName === "figcaption")
      add("p", toParagraph([toElement("em", children)]));
    else if (tagName === "figure" && children.some(isNamed("pre")))
      add(
        "pre",
        ...children.flatMap((child) =>
          isElement(child) && child.tagName === "figcaption"
            ? toCodeSpan(textOf(child))
            : toBlocks([child]),
        ),
      );
    else if (tagName === "section" && hasFootnotes(node))
      add("notes", ...elementsOf(node, "li").map(toFootnote));
    else add("blocks", ...toBlocks(children));
  }
  endParagraph();
  return blocks;
}

const toParagraph = (nodes: ElementContent[]): string =>
  escapeStarts(toInline(nodes).trim());
const toHeading = (nodes: ElementContent[]): string =>
  toInline(nodes).replace(/\\\n/g, " ").trim().replace(/#$/, "\\#");

/** Escapes a character that would start another kind of block at the start of a line. */
const escapeStarts = (text: string): string =>
  text
    .replace(/^(?=[#>+\-=:|])/gm, "\\")
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/gm, "$1\\");

const indent = (text: string, by: number): string =>
  text.replace(/\n(?!\n)/g, `\n${" ".repeat(by)}`);

function toList({ tagName, properties, children }: Element, isOther: boolean) {
  const items = children.filter(isElement);
  const isLoose = items.some(({ children }) => children.some(isNamed("p")));
  const first = Number(properties.start ?? 1);
  return items
    .map((item, index) => {
      const marker =
        tagName === "ol"
          ? `${first + index}${isOther ? ")" : "."} `
          : `${isOther ? "*" : "-"} `;
      const { box, content } = takeTask(item);
      const text = toBlocks(content).reduce(
        (all, block) =>
          (all &&
            `${all}${/^(?:- |1\. )/.test(block) && !isLoose ? "\n" : "\n\n"}${block}`) ||
          block,
        "",
      );
      return `${marker}${box}${indent(text, marker.length)}`.trimEnd();
    })
    .join(isLoose ? "\n\n" : "\n");
}

/** Splits off a task's box: ☐ or ☑ in feeds. */
function takeTask({ children }: Element) {
  const [first, ...others] = children;
  const inParagraph = isElement(first) && first.tagName === "p";
  const [mark, ...rest] = inParagraph ? first.children : children;
  const text = mark && isElement(mark) ? textOf(mark) : "";
  if (!/^[☐☑]$/.test(text)) return { box: "", content: children };
  return {
    box: text === "☑" ? "[x] " : "[ ] ",
    content: inParagraph ? [toElement("p", rest), ...others] : rest,
  };
}

function toFootnote(item: Element): string {
  const [, label = ""] = footnote.exec(toText(item.properties.id)) ?? [];
  const text = indent(toBlocks(item.children).join("\n\n"), 4);
  return `[^${decodeURIComponent(label)}]: ${text}`;
}

/** A code block; inserted or deleted lines make it a diff. */
function toCode(pre: Element): string {
  const text = textOf(pre).replace(/\n$/, "");
  const name = /^language-(?!(?:plain)?text$)(.+)$/.exec(
    String([pre.properties.className ?? []].flat()[0]),
  )?.[1];
  const isDiff =
    [...elementsOf(pre, "ins"), ...elementsOf(pre, "del")].length > 0;
  const fence = toFence(text, 3);
  return `${fence}${isDiff ? "diff" : (name ?? "")}\n${text}\n${fence}`;
}

/** A table with its caption before it. */
function toTable(table: Element): string[] {
  const [caption] = elementsOf(table, "caption");
  const rows = elementsOf(table, "tr").map((row) =>
    row.children.filter(isElement).flatMap((cell) => {
      const text = toInline(cell.children.flatMap(flatten))
        .trim()
        .replace(/\\\n/g, "<br>")
        .replaceAll("|", "\\|");
      const { align, colSpan } = cell.properties;
      const empty = { text: "", align };
      return [
        { text, align },
        ...Array<typeof empty>(Math.max(1, Number(colSpan ?? 1)) - 1).fill(
          empty,
        ),
      ];
    }),
  );
  const [head = []] = rows;
  const width = Math.max(...rows.map(({ length }) => length));
  const toRow = (cells: string[]) =>
    `| ${[...cells, ...Array<string>(width - cells.length).fill("")].join(" | ")} |`;
  const rules = Array.from({ length: width }, (_, index) => {
    const align = head[index]?.align;
    const [left, right] = [/^(?:left|center)$/, /^(?:right|center)$/].map(
      (side) => side.test(toText(align)),
    );
    return `${left ? ":" : "-"}-${right ? ":" : "-"}`;
  });
  const [first = "", ...others] = rows.map((row) =>
    toRow(row.map(({ text }) => text)),
  );
  return [
    ...(caption ? [toParagraph([toElement("em", caption.children)])] : []),
    ...(width > 0 ? [[first, toRow(rules), ...others].join("\n")] : []),
  ];
}

/** The inline content of the blocks in a cell, one line per block. */
const flatten = (node: ElementContent): ElementContent[] =>
  isElement(node) && isBlock(node)
    ? [...node.children.flatMap(flatten), toElement("br", [])]
    : [node];

const hasFootnotes = ({ children }: Element): boolean =>
  children.find(isElement)?.properties.id === "footnote-label";

const isNamed = (name: string) => (node: ElementContent) =>
  isElement(node) && node.tagName === name;
const toElement = (tagName: string, children: ElementContent[]): Element => ({
  type: "element",
  tagName,
  properties: {},
  children,
});
const elementsOf = (element: Element, name: string): Element[] =>
  element.children
    .filter(isElement)
    .flatMap((child) => [
      ...(child.tagName === name ? [child] : []),
      ...(name === "li" && child.tagName === "li"
        ? []
        : elementsOf(child, name)),
    ]);
