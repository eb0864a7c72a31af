import { getImage } from "astro:assets";
import type { ImageMetadata } from "astro";

/** Of each picture so many pixels across, where it has them: a phone's column, a desk's, and each on a fine screen. */
const widths = [480, 800, 1200, 1600];
/** A figure is the widest: 50rem on a wide screen. */
const sizes = "(min-width: 72rem) 50rem, (min-width: 46rem) 42rem, 100vw";

type Attributes = Record<string, unknown>;

/**
 * <picture> in AVIF and, for all others, WebP, with its size, so that nothing moves when it comes. An SVG stays itself,
 * and so does a moving GIF in WebP alone, since AVIF would stand still.
 * @returns the HTML, and the address of the picture that every browser can show
 */
export async function toPicture(
  image: ImageMetadata,
  attributes: Attributes,
): Promise<{ html: string; src: string }> {
  // Any look at the original would ship it.
  const { format, width } =
    (image as ImageMetadata & { clone?: ImageMetadata }).clone ?? image;
  if (format === "svg") {
    const { src, attributes: given } = await getImage({
      src: image,
      ...attributes,
    });
    return { html: toTag("img", { ...given, src }), src };
  }
  const options = {
    src: image,
    ...attributes,
    width: Math.min(width, widths.at(-1) ?? width),
    // Astro sorts them in place.
    widths: [...widths],
    sizes,
  };
  const webp = await getImage({ ...options, format: "webp" });
  const plain = toTag("img", {
    ...webp.attributes,
    src: webp.src,
    srcset: webp.srcSet.attribute,
  });
  if (format === "gif") return { html: plain, src: webp.src };
  const avif = await getImage({ ...options, format: "avif" });
  const source = toTag("source", {
    type: "image/avif",
    srcset: avif.srcSet.attribute,
    sizes,
  });
  return { html: `<picture>${source}${plain}</picture>`, src: webp.src };
}

export const toTag = (name: string, attributes: Attributes): string =>
  `<${name} ${Object.entries(attributes)
    .filter(
      ([name, value]) =>
        value != null && name !== "style" && !name.startsWith("data-"),
    )
    .map(
      ([name, value]) =>
        `${name}="${String(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`,
    )
    .join(" ")}>`;
