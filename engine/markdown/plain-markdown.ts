import type { Element, ElementContent, Root as Html } from "hast";
import type { PhrasingContent, Root } from "mdast";
import rehypeRemark, { type Options } from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { htmlToHast } from "satteri";
import { unified } from "unified";

type Handler = NonNullable<NonNullable<Options["handlers"]>[string]>;
type State = Parameters<Handler>[0];

/** Where satteri, as GitHub does, puts a note, and the places that refer to it. */
const note = /user-content-fn-([^#]*)$/;
const reference = /user-content-fnref-[^#]*$/;

const handlers: Record<string, Handler> = {
  a: (state, node) =>
    // From a note back to the text: Markdown's readers make that themselves.
    reference.test(toText(node.properties.href))
      ? undefined
      : {
          type: "link",
          url: toText(node.properties.href),
          title: null,
          children: state.all(node) as PhrasingContent[],
        },
  // A picture that says nothing says it here too.
  img: (_, { properties: { src, alt } }) =>
    alt ? { type: "image", url: toText(src), alt: toText(alt) } : undefined,
  sup: (state, node) => {
    const [link] = node.children;
    const isReference =
      isElement(link) && reference.test(toText(link.properties.id));
    const label = isReference && note.exec(toText(link.properties.href))?.[1];
    return label
      ? { type: "footnoteReference", ...toLabel(label) }
      : asHtml(state, node);
  },
  sub: asHtml,
  ins: asHtml,
  mark: (state, node) => state.all(node),
  section: (state, node) => {
    const [heading, list] = node.children.filter(isElement);
    if (heading?.properties.id !== "footnote-label" || !list)
      return state.toFlow(state.all(node));
    return list.children.filter(isElement).map((item) => ({
      type: "footnoteDefinition",
      ...toLabel(note.exec(toText(item.properties.id))?.[1] ?? ""),
      children: state.toFlow(state.all(item)),
    }));
  },
  figcaption: (state, node) => ({
    type: "paragraph",
    children: [
      { type: "emphasis", children: state.all(node) as PhrasingContent[] },
    ],
  }),
  pre: (_, node) => {
    const [code] = node.children.filter(isElement);
    const [name] = [node.properties.className ?? []].flat();
    const hasSigns = code?.children.some(
      (line) => isElement(line) && /^(?:ins|del)$/.test(line.tagName),
    );
    const language = /^language-(?!(?:plain)?text$)(.+)$/.exec(
      String(name),
    )?.[1];
    return {
      type: "code",
      lang: hasSigns ? "diff" : language,
      value: textOf(node).replace(/\n$/, ""),
    };
  },
};

/** A mark that Markdown has no sign for and a text cannot do without: 10<sup>2</sup> is not 102. */
function asHtml(state: State, node: Element) {
  return [
    { type: "html" as const, value: `<${node.tagName}>` },
    ...state.all(node),
    { type: "html" as const, value: `</${node.tagName}>` },
  ];
}

const processor = unified()
  .use(rehypeRemark, { handlers })
  // To it all cells are as long as a rule: columns drawn in line would double a table.
  .use(remarkGfm, { stringLength: () => 3 })
  .use(remarkStringify, { bullet: "-", rule: "-", fences: true })
  .freeze();

/**
 * A text as Markdown that needs none of our components and steps to be read.
 * @param html the rendered text as HTML that stands alone, as feeds carry it: every address in it absolute
 */
export function toPlainMarkdown(title: string, html: string): string {
  const root = htmlToHast(html, { fragment: true }) as Html;
  const tree = processor.runSync({
    type: "root",
    children: toPlain(root.children as ElementContent[]),
  }) as unknown as Root;
  tree.children.unshift({
    type: "heading",
    depth: 1,
    children: [{ type: "text", value: title }],
  });
  return processor.stringify(tree as never);
}

/** What Markdown says in another place or with another element. */
const toPlain = (nodes: ElementContent[]): ElementContent[] =>
  nodes.flatMap((node) => {
    if (!isElement(node) || node.tagName === "pre") return node;
    const children = toPlain(node.children);
    const [first, ...others] = children;
    const text = isElement(first) ? textOf(first) : "";
    if (
      node.tagName === "table" &&
      isElement(first) &&
      first.tagName === "caption"
    )
      return [
        toElement("figcaption", first.children),
        { ...node, children: others },
      ];
    // The name of a file, above its code.
    if (
      node.tagName === "figure" &&
      isElement(first) &&
      first.tagName === "figcaption" &&
      others.some((other) => isElement(other) && other.tagName === "pre")
    )
      return [toElement("p", [toElement("code", first.children)]), ...others];
    // A task's box, which no reader of ours can tick.
    if (/^(?:li|p)$/.test(node.tagName) && /^[☐☑]$/.test(text))
      return {
        ...node,
        children: [
          toElement("input", [], { type: "checkbox", checked: text === "☑" }),
          ...others,
        ],
      };
    return { ...node, children };
  });

const isElement = (node: ElementContent | undefined): node is Element =>
  node?.type === "element";
const toElement = (
  tagName: string,
  children: ElementContent[],
  properties: Element["properties"] = {},
): Element => ({ type: "element", tagName, properties, children });
const toText = (value: unknown): string =>
  typeof value === "string" ? value : "";
const toLabel = (label: string) => {
  const identifier = decodeURIComponent(label);
  return { identifier, label: identifier };
};
const textOf = (node: ElementContent): string =>
  node.type === "text"
    ? node.value
    : isElement(node)
      ? node.children.map(textOf).join("")
      : "";
