import { getImage } from "astro:assets";
import type { ImageMetadata } from "astro";
import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Article } from "#model/article.ts";
import { site } from "#site.ts";
import { toCardPicture, type MediaPicture } from "./entry.ts";

/** An article's cover: as HTML, and as what stands for the article in a list of a feed reader. */
export async function toCoverPicture({
  address,
  cover,
}: Pick<Article, "address" | "cover">): Promise<{
  html: string;
  picture: MediaPicture;
}> {
  const card = toCardPicture(address);
  if (!cover) return { html: toHtml(toImage(card, "")), picture: card };
  // Any look at the original would ship it.
  const { format, width } =
    (cover.image as ImageMetadata & { clone?: ImageMetadata }).clone ??
    cover.image;
  const isDrawing = format === "svg";
  const { src, attributes } = await getImage({
    src: cover.image,
    // One of those that the article's page has, so that nothing is made for the feeds alone.
    ...(!isDrawing && { width: Math.min(width, 1280), format: "webp" }),
  });
  const picture: MediaPicture = {
    url: new URL(src, site.address).href,
    type: isDrawing ? "image/svg+xml" : "image/webp",
    width: Number(attributes.width),
    height: Number(attributes.height),
  };
  const children = [
    toImage(picture, cover.alt),
    ...(cover.caption
      ? [toElement("figcaption", {}, { type: "text", value: cover.caption })]
      : []),
  ];
  return {
    html: toHtml(toElement("figure", {}, ...children)),
    // Lists of feed readers show no drawing that has to be computed.
    picture: isDrawing ? card : picture,
  };
}

const toElement = (
  tagName: string,
  properties: Record<string, string | number>,
  ...children: ElementContent[]
): ElementContent => ({ type: "element", tagName, properties, children });
const toImage = ({ url, width, height }: MediaPicture, alt: string) =>
  toElement("img", { src: url, width, height, alt });
