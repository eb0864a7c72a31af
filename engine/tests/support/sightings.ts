import sharp from "sharp";
import { layersOf, type Dist } from "./build-site.ts";
import { canary, canaryColour } from "./site-content.ts";

/** Files of a build with the canary in their name, bytes or compressed layers. */
export const sightings = (built: Dist): string[] =>
  [...built]
    .filter(
      ([path, bytes]) =>
        path.includes(canary) ||
        layersOf(bytes, path).some((layer) => layer.includes(canary)),
    )
    .map(([path]) => path);

/** Pictures of a build in the colour that only the pictures of unpublished articles have. */
export async function pictureSightings(built: Dist): Promise<string[]> {
  const seen: string[] = [];
  for (const [path, bytes] of built) {
    if (!/\.(?:webp|png|jpe?g|avif|gif)$/.test(path)) continue;
    const { dominant } = await sharp(bytes).stats();
    if (
      Math.abs(dominant.r - canaryColour.r) < 16 &&
      dominant.g < 16 &&
      Math.abs(dominant.b - canaryColour.b) < 16
    )
      seen.push(path);
  }
  return seen;
}
