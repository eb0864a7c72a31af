import { draw } from "#own-theme.ts";
import type { Shape } from "#theme/types.ts";

/** The size of a cover beside its text, in drawing units. */
export const coverSize = { width: 640, height: 360 };
/** A full-width cover, of the same height. */
export const bannerWidth = 900;

/** Random numbers seeded by a text, the same on every machine: FNV-1a for the seed, then mulberry32. */
function toRandom(text: string): (below: number) => number {
  let seed = 0x811c9dc5;
  for (const character of text)
    seed = Math.imul(seed ^ (character.codePointAt(0) as number), 0x01000193);
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export const drawCover = (slug: string, width = coverSize.width): Shape[] =>
  draw({ width, height: coverSize.height, random: toRandom(slug) });
