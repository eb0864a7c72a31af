import { markdownToMdast, mdxToMdast, type Features } from "satteri";
import { walk, type Node } from "./body-tree.ts";
import { hasLeafDirectives, isLeafDirective } from "./leaf-directives.ts";

/** The Markdown options, the same for checking and rendering. */
export const markdownFeatures: Features = {
  gfm: { footnotes: { label: "Notes" } },
  smartPunctuation: true,
  // Raw HTML becomes elements, so that later steps see its links and every tag is closed.
  rawHtml: true,
};

/**
 * Replaces a colon that starts no directive: the parser also treats it as punctuation, it has the same length, and
 * Latin text does not use it.
 */
const mask = "\uFE13";
/** Each pass reveals what the previous one hid; real texts need one. */
const mostPasses = 10;

/** A text prepared for the parser, with all offsets unchanged. */
export type Source = { text: string; features: Features };

/**
 * With directives on, the parser takes :30 out of 10:30 and ":b[text]" out of "a:b[text](/c/)". So they are on only for
 * texts that contain ::: or a leaf directive, with all other colons masked; `unmask` restores them.
 * @throws the parser's error for invalid MDX
 */
export function toSource(body: string, format: "md" | "mdx"): Source {
  const off = { text: body, features: markdownFeatures };
  if (!body.includes(":::") && !hasLeafDirectives(body)) return off;
  if (body.includes(mask)) return off;
  const features = { ...markdownFeatures, directive: true };
  let text = body;
  for (let pass = 0; pass < mostPasses; pass++) {
    const colons = findColons(parse({ text, features }, format), text);
    if (colons.length === 0) return { text, features };
    const characters = text.split("");
    for (const colon of colons) characters[colon] = mask;
    text = characters.join("");
  }
  return off;
}

export const unmask = (text: string): string => text.replaceAll(mask, ":");

/** Parses a source, with positions in the original body. */
export function parseSource(source: Source, format: "md" | "mdx"): Node {
  const root = parse(source, format);
  if (source.text.includes(mask))
    for (const { node } of walk(root))
      for (const [name, value] of Object.entries(node))
        if (typeof value === "string" && value.includes(mask))
          Object.assign(node, { [name]: unmask(value) });
  return root;
}

const parse = ({ text, features }: Source, format: "md" | "mdx"): Node =>
  (format === "mdx" ? mdxToMdast : markdownToMdast)(text, {
    features: { ...features, frontmatter: false, rawHtml: false },
  }) as Node;

/** The offsets of directives that are not ours. Alt texts do not show theirs, so every colon in them counts. */
function findColons(root: Node, text: string): number[] {
  const colons: number[] = [];
  for (const { node } of walk(root)) {
    const { start, end } = node.position ?? {};
    if (!start || !end) continue;
    if (
      node.type === "textDirective" ||
      (node.type === "leafDirective" && !isLeafDirective(node.name))
    ) {
      // In 2001:db8:0:1 only the last colon parses as a directive until it is masked.
      let at = start.offset;
      do if (text[at] === ":") colons.push(at);
      while (/[\w:-]/.test(text[--at] ?? ""));
    } else if (node.type.startsWith("image"))
      for (let at = start.offset; at < end.offset; at++)
        if (text[at] === ":") colons.push(at);
  }
  return colons;
}
