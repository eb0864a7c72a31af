import { getContainerRenderer } from "@astrojs/mdx/container-renderer";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { loadRenderers } from "astro:container";
import {
  ELEMENT_NODE,
  parse,
  renderSync,
  walkSync,
  type Node,
} from "ultrahtml";
import type { Article } from "#articles/article.ts";
import type { RenderedBody } from "#markdown/render-body.ts";
import { toAbsoluteUrl } from "#urls.ts";

/** What a feed reader would drop, distrust or show as noise. */
const removed = ["script", "style", "link", "button", "iframe", "template"];
/** All that a text needs away from this site's style sheets. */
const kept = [
  "href",
  "src",
  "srcset",
  "poster",
  "alt",
  "title",
  "width",
  "height",
  "colspan",
  "rowspan",
  "start",
  "lang",
  "dir",
  "cite",
  "datetime",
  "id",
];

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
      : await (await getContainer()).renderToString(rendered.Content);
  return toStandaloneHtml(html, toAbsoluteUrl(article.address));
}

/** Makes every address in some HTML absolute, as seen from a page, and takes out what only works on the site. */
export function toStandaloneHtml(html: string, page: string): string {
  const toAbsolute = (address: string) =>
    URL.canParse(address, page) ? new URL(address, page).href : address;
  const root = parse(html) as Node;
  walkSync(root, (node, parent) => {
    if (node.type !== ELEMENT_NODE) return;
    if (removed.includes(node.name)) {
      if (parent)
        parent.children = parent.children.filter(
          (child: Node) => child !== node,
        );
      return;
    }
    node.attributes = Object.fromEntries(
      Object.entries(node.attributes as Record<string, string>)
        .filter(([name]) => kept.includes(name))
        .map(([name, value]) =>
          name === "href" || name === "src" || name === "poster"
            ? [name, toAbsolute(value)]
            : name === "srcset"
              ? [
                  name,
                  value.replace(
                    /(^|,\s*)(\S+)/g,
                    (_, before: string, address: string) =>
                      before + toAbsolute(address),
                  ),
                ]
              : [name, value],
        ),
    );
  });
  return renderSync(root).trim();
}
