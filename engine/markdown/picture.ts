import { getImage } from "astro:assets";
import type { ImageMetadata } from "astro";

/** Widths in pixels: a phone's column and a desktop's, each also for high-density screens. */
const widths = [480, 800, 1200, 1600];
/** The widest display size, a figure's: 50rem on a wide screen. */
const sizes = "(min-width: 72rem) 50rem, (min-width: 46rem) 42rem, 100vw";

type Attributes = Record<string, unknown>;

/**
 * A <picture> in AVIF with WebP as the fallback, with dimensions so that the layout does not shift. SVGs stay
 * unchanged; animated GIFs become WebP only, since AVIF would lose the animation.
 * @returns the HTML, and the address of the fallback picture
 */
export async function toPicture(
  image: ImageMetadata,
  attributes: Attributes,
): Promise<{ html: string; src: string }> {
  // Reading any property of the original would make Astro ship it.
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
