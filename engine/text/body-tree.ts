import type { Place } from "#files/finding.ts";

/** A node of the syntax tree, loosely typed for walking. */
export type Node = {
  type: string;
  position?: {
    start: Place & { offset: number };
    end: Place & { offset: number };
  };
  children?: Node[];
  value?: string;
  url?: string;
  alt?: string | null;
  depth?: number;
  identifier?: string;
  /** For task list items: whether the task is ticked. */
  checked?: boolean | null;
  /** For code blocks: the language and the words after it. */
  lang?: string | null;
  meta?: string | null;
  name?: string | null;
  attributes?: Attribute[];
  data?: { directiveLabel?: boolean };
};

/** An attribute of JSX: `a="b"`, `a={b}`, `a` or `{...a}`. */
export type Attribute = {
  type: string;
  name?: string;
  value?: string | { value: string } | null;
};

/** Every descendant, in document order. Iterative, because 20,000 nested brackets would overflow the stack. */
export function* walk(root: Node) {
  const open = [{ node: root, parent: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    const { node, depth } = next;
    for (const child of node.children?.toReversed() ?? [])
      open.push({ node: child, parent: node, depth: depth + 1 });
  }
}

/** The text of a node as readers see it, without HTML and MDX code; optionally with alt texts. */
export function textOf(node: Node, withPictures = false): string {
  let text = "";
  for (const { node: part } of walk(node))
    if (part.type === "text" || part.type === "inlineCode") text += part.value;
    else if (part.type === "break") text += " ";
    else if (withPictures && part.type.startsWith("image"))
      text += part.alt ?? "";
  return text;
}

export const placeOf = (node: Node): Place => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** Converts offsets in a text to positions, given the position where the text begins. Efficient for many offsets. */
export function toPlacer(text: string, start: Place) {
  let lineStarts: number[] | undefined;
  return (offset: number) => {
    if (!lineStarts) {
      lineStarts = [0];
      for (
        let end = text.indexOf("\n");
        end >= 0;
        end = text.indexOf("\n", end + 1)
      )
        lineStarts.push(end + 1);
    }
    let line = 0;
    let after = lineStarts.length;
    while (after - line > 1) {
      const middle = (line + after) >> 1;
      if ((lineStarts[middle] as number) <= offset) line = middle;
      else after = middle;
    }
    return {
      line: start.line + line,
      column:
        (line === 0 ? start.column : 1) + offset - (lineStarts[line] as number),
    };
  };
}

/** Whether a node renders nothing visible or audible, including alt texts and HTML. */
export const isSilent = (node: Node): boolean =>
  textOf(node, true).trim() === "" &&
  ![...walk(node)].some(
    ({ node: part }) => part !== node && /^(?:html|mdx)/.test(part.type),
  );

/** Like push(...more), which overflows the stack for large arrays. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

/** What browsers take for a comment: `<?php … ?>`, `<![CDATA[…]]>`, `</ note>`. The group opens an unclosed one. */
export const comment =
  /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>|(<!--|<\?|<!\[CDATA\[)[^]*$|<(?:!|\/[^a-z<>])[^<>]*>/gi;

/** HTML with its comments blanked, so that offsets stay valid. */
export const blankComments = (html: string): string =>
  html.replace(comment, (written, open?: string) =>
    open ? written : written.replace(/[^\n]/g, " "),
  );

/** Blocks whose content is text, with markup in it. */
export const textBlocks = ["paragraph", "heading", "tableCell"];

/** The tag of an element whose text is code. */
export const codeTag = /<(\/?)(?:code|kbd|pre|samp|tt|var)\b/i;

/** The text nodes in elements whose text is code, until their block ends. */
export function findTextInCode(root: Node, body: string): Set<Node> {
  const found = new Set<Node>();
  if (!codeTag.test(body)) return found;
  let open = 0;
  for (const { node } of walk(root)) {
    if (textBlocks.includes(node.type)) open = 0;
    const tag = codeTag.exec(node.name ? `<${node.name} ` : (node.value ?? ""));
    if (node.type === "text") {
      if (open > 0) found.add(node);
    } else if (tag && node.name) {
      for (const { node: inside } of walk(node))
        if (inside.type === "text") found.add(inside);
    } else if (tag && node.type === "html")
      open = Math.max(0, open + (tag[1] ? -1 : 1));
  }
  return found;
}

export const sourceOf = ({ position }: Node, body: string): string =>
  body.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

/** The start of a line in a list or quotation. */
const lineStart = /^[\s>*+\-\d.)]*$/;

/** The matches of a pattern in a text node, if they are at the start of a line. */
export function findAtLineStart(node: Node, body: string, pattern: RegExp) {
  if (node.type !== "text" || !node.value?.includes("::")) return [];
  const source = sourceOf(node, body);
  const start = node.position?.start.offset ?? 0;
  const toPlace = toPlacer(source, placeOf(node));
  return [...source.matchAll(pattern)].flatMap(({ 0: written, index }) => {
    const line = body.lastIndexOf("\n", start + index - 1) + 1;
    return lineStart.test(body.slice(line, start + index))
      ? [{ ...toPlace(index), written }]
      : [];
  });
}
