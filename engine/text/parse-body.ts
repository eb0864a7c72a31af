import { markdownToMdast, mdxToMdast, type Features } from "satteri";
import { findHidings, mayNeedHiding } from "./as-meant.ts";
import { walk, type Node } from "./body-tree.ts";
import {
  createHider,
  unhide,
  type Hidden,
  type Hiding,
} from "./hidden-characters.ts";
import { hasLeafDirectives, isLeafDirective } from "./leaf-directives.ts";

/** The Markdown options, the same for checking and rendering. */
export const markdownFeatures: Features = {
  gfm: { footnotes: { label: "Notes" } },
  smartPunctuation: true,
  // Raw HTML becomes elements, so that later steps see its links and every tag is closed.
  rawHtml: true,
};

/** Each pass reveals what the previous one hid; real texts need one or two. */
const mostPasses = 10;

/** A text prepared for the parser, with all offsets unchanged. */
export type Source = { text: string; features: Features; hidden?: Hidden };

/**
 * Hides the characters by which the parser would misread a text; `unhide` restores them. With directives on, it takes :30
 * out of 10:30 and ":b[text]" out of "a:b[text](/c/)". So they are on only for texts that contain ::: or a leaf
 * directive, with all other colons hidden.
 * @throws the parser's error for invalid MDX
 */
export function toSource(body: string, format: "md" | "mdx"): Source {
  const directive = body.includes(":::") || hasLeafDirectives(body);
  const off = { text: body, features: markdownFeatures };
  if (!directive && !mayNeedHiding(body)) return off;
  const features = directive
    ? { ...markdownFeatures, directive }
    : markdownFeatures;
  const { hide, hidden } = createHider(body);
  let text = body;
  for (let pass = 0; pass < mostPasses; pass++) {
    const root = parse({ text, features }, format);
    const colons = directive ? findColons(root, text) : [];
    const next = hide(text, colons[0] ? colons : findHidings(root, body));
    if (next === text) return { text, features, hidden };
    text = next;
  }
  return off;
}

/** Parses a source, with positions in the original body. */
export function parseSource(source: Source, format: "md" | "mdx"): Node {
  const root = parse(source, format);
  const { hidden } = source;
  if (hidden)
    for (const { node } of walk(root))
      for (const [name, value] of Object.entries(node))
        if (typeof value === "string")
          Object.assign(node, { [name]: unhide(value, hidden) });
  return root;
}

const parse = ({ text, features }: Source, format: "md" | "mdx"): Node =>
  (format === "mdx" ? mdxToMdast : markdownToMdast)(text, {
    features: { ...features, frontmatter: false, rawHtml: false },
  }) as Node;

/** The colons of directives that are not ours. Alt texts do not show theirs, so every colon in them counts. */
function findColons(root: Node, text: string): Hiding[] {
  const colons: Hiding[] = [];
  const add = (at: number) => {
    if (text[at] === ":") colons.push({ at, as: "sign" });
  };
  for (const { node } of walk(root)) {
    const { start, end } = node.position ?? {};
    if (!start || !end) continue;
    if (
      node.type === "textDirective" ||
      (node.type === "leafDirective" && !isLeafDirective(node.name))
    ) {
      // In 2001:db8:0:1 only the last colon parses as a directive until it is hidden.
      let at = start.offset;
      do add(at);
      while (/[\w:-]/.test(text[--at] ?? ""));
    } else if (node.type.startsWith("image"))
      for (let at = start.offset; at < end.offset; at++) add(at);
  }
  return colons;
}
