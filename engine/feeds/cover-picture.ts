import { getImage } from "astro:assets";
import type { ImageMetadata } from "astro";
import type { Article } from "#model/article.ts";
import { site } from "#site.ts";
import { toCardPicture, type MediaPicture } from "./entry.ts";
import { xml } from "./xml.ts";

/** An article's cover: as HTML, and as the picture that a feed reader's list shows. */
export async function toCoverPicture({
  address,
  cover,
}: Pick<Article, "address" | "cover">) {
  const card = toCardPicture(address);
  if (!cover) return { html: toImage(card, "").markup, picture: card };
  // Reading any property of the original would put it in dist/.
  const { format, width } =
    (cover.image as ImageMetadata & { clone?: ImageMetadata }).clone ??
    cover.image;
  const isDrawing = format === "svg";
  const { src, attributes } = await getImage({
    src: cover.image,
    // The article's page has this size too, so none is made for feeds alone.
    ...(!isDrawing && { width: Math.min(width, 1280), format: "webp" }),
  });
  const picture: MediaPicture = {
    url: new URL(src, site.address).href,
    type: isDrawing ? "image/svg+xml" : "image/webp",
    width: Number(attributes.width),
    height: Number(attributes.height),
  };
  const caption =
    cover.caption && xml`<figcaption>${cover.caption}</figcaption>`;
  return {
    html: xml`<figure>${toImage(picture, cover.alt)}${caption}</figure>`.markup,
    // Lists in feed readers do not show SVG.
    picture: isDrawing ? card : picture,
  };
}

const toImage = ({ url, width, height }: MediaPicture, alt: string) =>
  xml`<img src="${url}" width="${width}" height="${height}" alt="${alt}">`;
