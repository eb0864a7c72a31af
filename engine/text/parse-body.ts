import { markdownToMdast, mdxToMdast, type Features } from "satteri";
import { walk, type Node } from "./body-tree.ts";
import { hasLeafDirectives, isLeafDirective } from "./leaf-directives.ts";

/** What Markdown means here: the same for what checks a body and for what renders it. */
export const markdownFeatures: Features = {
  gfm: { footnotes: { label: "Notes" } },
  smartPunctuation: true,
  // HTML in a text becomes elements, so that the steps see its links too and no tag stays open.
  rawHtml: true,
};

/** What stands for a colon that begins no directive of ours: punctuation to the parser too, as long, and in no Latin text. */
const mask = "\uFE13";
/** Each pass shows what the one before hid; people's texts need one. */
const mostPasses = 10;

/** A text as the parser should be given it, every character in its place. */
export type Source = { text: string; features: Features };

/**
 * With directives on, the parser takes :30 out of 10:30 and ":b[text]" out of "a:b[text](/c/)". So they are on only for
 * texts with ::: or one of our leaves in them, and there every colon that would begin another directive is masked; `unmask` puts it back.
 * @throws the parser's own error for MDX that it cannot read
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

/** The tree of a source, with places in the body it was made from. */
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

/** Where directives begin that are none of ours. Alt texts have lost theirs already: there it is every colon. */
function findColons(root: Node, text: string): number[] {
  const colons: number[] = [];
  for (const { node } of walk(root)) {
    const { start, end } = node.position ?? {};
    if (!start || !end) continue;
    if (
      node.type === "textDirective" ||
      (node.type === "leafDirective" && !isLeafDirective(node.name))
    ) {
      // Of 2001:db8:0:1 only the last is one yet: each would show the one before it.
      let at = start.offset;
      do if (text[at] === ":") colons.push(at);
      while (/[\w:-]/.test(text[--at] ?? ""));
    } else if (node.type.startsWith("image"))
      for (let at = start.offset; at < end.offset; at++)
        if (text[at] === ":") colons.push(at);
  }
  return colons;
}
