import type { Place } from "#files/finding.ts";

/** A picture in a body, its address unescaped; empty when the reference it names stands nowhere. */
export type BodyPicture = Place & {
  address: string;
  markup: "markdown" | "html";
  /** Not there when nobody wrote any; Markdown cannot say "none", `<img alt="">` can. */
  alt?: string;
};

/** A node of Markdown's syntax tree, as loosely as a walk over all of them needs it. */
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
  /** Of a list's point: whether its box is ticked, if it has one. */
  checked?: boolean | null;
  /** The language of a block of code, and the words behind it. */
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

/** Every node below one, in the order of the text. A loop: brackets nested 20,000 deep would end a recursion. */
export function* walk(
  root: Node,
): Generator<{ node: Node; parent: Node; depth: number }> {
  const open = [{ node: root, parent: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    const { node, depth } = next;
    for (const child of node.children?.toReversed() ?? [])
      open.push({ node: child, parent: node, depth: depth + 1 });
  }
}

/** What a reader sees of a node as text: neither HTML nor code of MDX. With alt texts when pictures count as text. */
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

/** Where the offsets of some text stand, when the text itself begins at a place. Made for many of them. */
export function toPlacer(
  text: string,
  start: Place,
): (offset: number) => Place {
  let lineStarts: number[] | undefined;
  return (offset) => {
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

/** Whether a reader sees and hears nothing of what stands in a node, pictures' alt texts and HTML counted. */
export const isSilent = (node: Node): boolean =>
  textOf(node, true).trim() === "" &&
  ![...walk(node)].some(
    ({ node: part }) => part !== node && /^(?:html|mdx)/.test(part.type),
  );

/** push(...more) ends the process when there is very much of it. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one);
}

/** HTML with spaces for its comments, so that all other signs keep their places. */
export function blankComments(html: string): string {
  let shown = "";
  let read = 0;
  for (;;) {
    const open = html.indexOf("<!--", read);
    const close = open < 0 ? -1 : html.indexOf("-->", open + 4);
    if (close < 0) return shown + html.slice(read);
    shown += html.slice(read, open);
    shown += html.slice(open, close + 3).replace(/[^\n]/g, " ");
    read = close + 3;
  }
}
