import { getContainerRenderer } from "@astrojs/mdx/container-renderer";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { loadRenderers } from "astro:container";
import type { Element, ElementContent, Properties, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { htmlToHast } from "satteri";
import type { Article } from "#model/article.ts";
import type { RenderedBody } from "#markdown/render-body.ts";
import { languageProperty } from "#text/markers.ts";
import { toAbsoluteUrl } from "#urls.ts";

/** Elements that feed readers drop, distrust or show as noise. */
const removed =
  "script style link button input select textarea template svg".split(" ");
/** Replacements: forms do not work in a feed, and a quotation is set apart without our styles. */
const replacements: Record<string, string> = {
  aside: "blockquote",
  form: "div",
  fieldset: "div",
  legend: "p",
  label: "span",
};
/** Links without text are drawn by our style sheets. */
const isShown = ({ tagName, properties, children }: Element): boolean =>
  !removed.includes(tagName) &&
  properties.hidden === undefined &&
  (tagName !== "a" || children.length > 0 || properties.id !== undefined);
/** Attributes with an address. `srcset` is removed. */
const addressed = ["href", "src", "poster", "cite"];
/** Attributes that a text needs without our style sheets, by their hast names. */
const kept =
  "alt title width height colSpan rowSpan scope start reversed value lang dir dateTime id type controls"
    .split(" ")
    .concat(addressed);
/** The language of code and the alignment of cells, as feed readers know them. */
const toPlainAttributes = ({ tagName, properties }: Element) => {
  if (tagName === "pre" && properties[languageProperty])
    return { className: `language-${properties[languageProperty]}` };
  const align = [properties.className ?? []]
    .flat()
    .find((name) => /^(?:left|center|right)$/.test(String(name)));
  return /^t[dh]$/.test(tagName) && align ? { align } : {};
};

let container: Promise<AstroContainer> | undefined;
const getContainer = () =>
  (container ??= loadRenderers([getContainerRenderer()]).then((renderers) =>
    AstroContainer.create({ renderers }),
  ));

export async function renderHtml(
  article: Pick<Article, "address">,
  rendered: RenderedBody,
): Promise<string> {
  const html =
    "html" in rendered
      ? rendered.html
      : await (
          await getContainer()
        ).renderToString(rendered.Content, {
          props: { components: rendered.components },
        });
  return toStandaloneHtml(html, toAbsoluteUrl(article.address));
}

/** Makes every address in a page's HTML absolute, and removes what only works on the site. */
function toStandaloneHtml(html: string, page: string): string {
  const toAbsolute = (address: string) =>
    URL.canParse(address, page) ? new URL(address, page).href : address;
  const toPlayerLink = ({ src, title }: Properties): ElementContent[] => {
    if (!src) return [];
    const href = toAbsolute(String(src));
    const text = { type: "text" as const, value: String(title ?? href) };
    return [
      { type: "element", tagName: "a", properties: { href }, children: [text] },
    ];
  };
  const clean = (nodes: ElementContent[], isCode = false): ElementContent[] =>
    nodes.flatMap((node) => {
      if (node.type === "text") return node;
      if (node.type !== "element" || !isShown(node)) return [];
      const { tagName } = node;
      if (tagName === "iframe") return toPlayerLink(node.properties);
      const children = clean(node.children, isCode || tagName === "pre");
      // Every reader shows the plain image of a picture. Spans are the colours of code.
      if (tagName === "picture")
        return children.filter(
          (child) => "tagName" in child && child.tagName === "img",
        );
      if (isCode && tagName === "span") return children;
      const properties = Object.entries(node.properties)
        .filter(([name]) => kept.includes(name))
        .map(([name, value]) => [
          name,
          addressed.includes(name) ? toAbsolute(String(value)) : value,
        ]);
      return {
        ...node,
        tagName: replacements[tagName] ?? tagName,
        properties: {
          ...Object.fromEntries(properties),
          ...toPlainAttributes(node),
        },
        children,
      };
    });
  const root = htmlToHast(html, { fragment: true }) as Root;
  return toHtml({
    type: "root",
    children: clean(root.children as ElementContent[]),
  }).trim();
}
