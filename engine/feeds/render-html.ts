import { getContainerRenderer } from "@astrojs/mdx/container-renderer";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { loadRenderers } from "astro:container";
import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { htmlToHast } from "satteri";
import type { Article } from "#model/article.ts";
import type { RenderedBody } from "#markdown/render-body.ts";
import { languageProperty } from "#text/markers.ts";
import { toAbsoluteUrl } from "#urls.ts";

/** What a feed reader would drop, distrust or show as noise. */
const removed = [
  "script",
  "style",
  "link",
  "button",
  "input",
  "select",
  "textarea",
  "template",
  "svg",
];
/** What stands for an element in a feed: a form asks nothing there, and a quotation is what stands apart unstyled. */
const instead: Record<string, string> = {
  aside: "blockquote",
  form: "div",
  fieldset: "div",
  legend: "p",
  label: "span",
};
/** A link without words is one that our style sheets draw. */
const isShown = ({ tagName, properties, children }: Element): boolean =>
  !removed.includes(tagName) &&
  properties.hidden === undefined &&
  (tagName !== "a" || children.length > 0 || properties.id !== undefined);
const isImage = (node: ElementContent): boolean =>
  node.type === "element" && node.tagName === "img";
/** The attributes that lead somewhere. The forms of a picture and its srcset are gone: the plain one is left. */
const addressed = ["href", "src", "poster", "cite"];
/** All that a text needs away from this site's style sheets, by their names in hast. */
const kept = [
  ...addressed,
  "alt",
  "title",
  "width",
  "height",
  "colSpan",
  "rowSpan",
  "scope",
  "start",
  "reversed",
  "value",
  "lang",
  "dir",
  "dateTime",
  "id",
  "type",
  "controls",
];
/** What our style sheets read from a class or from data, as every other reader knows it: a language, a column's side. */
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

/** A rendered body as a feed carries it: HTML that stands alone, every address in it absolute. */
export async function renderHtml(
  article: Article,
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

/** A frame from elsewhere as a link to what it shows. */
const toPlayerLink = (
  { properties: { src, title } }: Element,
  toAbsolute: (address: string) => string,
): ElementContent[] => {
  if (!src) return [];
  const href = toAbsolute(String(src));
  const text = { type: "text" as const, value: String(title ?? href) };
  return [
    { type: "element", tagName: "a", properties: { href }, children: [text] },
  ];
};

/** Makes every address in some HTML absolute, as seen from a page, and takes out what only works on the site. */
function toStandaloneHtml(html: string, page: string): string {
  const toAbsolute = (address: string) =>
    URL.canParse(address, page) ? new URL(address, page).href : address;
  const clean = (nodes: ElementContent[], isCode = false): ElementContent[] =>
    nodes
      .filter(
        (node) =>
          node.type === "text" || (node.type === "element" && isShown(node)),
      )
      .flatMap((node) => {
        if (node.type !== "element") return node;
        if (node.tagName === "iframe") return toPlayerLink(node, toAbsolute);
        // Of the forms of a picture the last one, which every reader can show.
        if (node.tagName === "picture")
          return clean(node.children.filter(isImage), isCode);
        const children = clean(node.children, isCode || node.tagName === "pre");
        // Colours of code.
        if (isCode && node.tagName === "span") return children;
        const properties = Object.fromEntries(
          Object.entries(node.properties)
            .filter(([name]) => kept.includes(name))
            .map(([name, value]) => {
              const isAddress = addressed.includes(name);
              return [name, isAddress ? toAbsolute(String(value)) : value];
            }),
        );
        Object.assign(properties, toPlainAttributes(node));
        const tagName = instead[node.tagName] ?? node.tagName;
        return { ...node, tagName, properties, children };
      });
  const root = htmlToHast(html, { fragment: true }) as Root;
  return toHtml({
    type: "root",
    children: clean(root.children as ElementContent[]),
  }).trim();
}
