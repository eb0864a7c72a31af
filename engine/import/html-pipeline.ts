import type { Element, Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeRemark, { type Options } from "rehype-remark";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

/** Elements without a Markdown form that articles may use as HTML. */
const kept = "abbr cite dfn ins kbd mark q samp small sub sup time u var".split(
  " ",
);

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

type State = {
  all: (node: Element) => unknown[];
  toFlow: (nodes: unknown[]) => unknown[];
};
/** Elements for what HTML has no name for: footnotes, and Markdown to be written as it is. */
const ownHandlers = {
  "footnote-reference": (_: State, { properties: { label } }: Element) => ({
    type: "footnoteReference",
    identifier: label,
    label,
  }),
  "footnote-definition": (state: State, node: Element) => ({
    type: "footnoteDefinition",
    identifier: node.properties["label"],
    label: node.properties["label"],
    children: state.toFlow(state.all(node)),
  }),
  "leaf-directive": (_: State, { properties: { value } }: Element) => ({
    type: "html",
    value,
  }),
} as unknown as NonNullable<Options["handlers"]>;

/** Converts HTML to Markdown. Scripts, styles and everything that loads are removed before the conversion. */
export const toPipeline = (clean: (tree: Root) => void) =>
  unified()
    .use(rehypeParse, { fragment: true })
    .use(() => clean)
    .use(rehypeSanitize, {
      ...defaultSchema,
      tagNames: [
        ...(defaultSchema.tagNames ?? []),
        ...kept,
        ...Object.keys(ownHandlers),
      ],
      attributes: {
        ...defaultSchema.attributes,
        "footnote-reference": ["label"],
        "footnote-definition": ["label"],
        "leaf-directive": ["value"],
      },
    })
    .use(rehypeRemark, { handlers: { ...rawHandlers, ...ownHandlers } })
    .use(remarkGfm)
    .use(remarkStringify, {
      bullet: "-",
      emphasis: "_",
      rule: "-",
      fences: true,
    });
