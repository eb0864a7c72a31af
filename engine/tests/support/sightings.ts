import sharp from "sharp";
import { layersOf, type Dist } from "./build-site.ts";
import { canary, canaryColour } from "./site-content.ts";

/** Files of a build that contain a word in their name, bytes or compressed data. */
export const sightings = (built: Dist, word = canary): string[] =>
  [...built]
    .filter(
      ([path, bytes]) =>
        path.includes(word) ||
        layersOf(bytes, path).some((layer) => layer.includes(word)),
    )
    .map(([path]) => path);

/** Pictures of a build with the colour that only the pictures of unpublished articles have. */
export async function pictureSightings(built: Dist): Promise<string[]> {
  const seen: string[] = [];
  for (const [path, bytes] of built) {
    if (!/\.(?:webp|png|jpe?g|avif|gif)$/.test(path)) continue;
    // A grid of original pixels, without interpolation.
    const pixels = await sharp(bytes)
      .resize(32, 32, { fit: "fill", kernel: "nearest" })
      .toColourspace("srgb")
      .removeAlpha()
      .raw()
      .toBuffer();
    for (let at = 0; at < pixels.length; at += 3) {
      const [r, g, b] = pixels.subarray(at, at + 3) as unknown as [
        number,
        number,
        number,
      ];
      if (
        Math.abs(r - canaryColour.r) < 16 &&
        g < 16 &&
        Math.abs(b - canaryColour.b) < 16
      ) {
        seen.push(path);
        break;
      }
    }
  }
  return seen;
}
