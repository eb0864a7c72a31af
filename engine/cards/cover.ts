/** One stroke or shape of a drawn cover; `tone` is the colour's role, which the style sheet gives its value. */
export type Shape =
  | {
      kind: "rect";
      tone: Tone;
      x: number;
      y: number;
      width: number;
      height: number;
    }
  | {
      kind: "ring";
      tone: Tone;
      cx: number;
      cy: number;
      r: number;
      width: number;
    };
export type Tone = "ground" | "tint" | "signal" | "mid" | "deep";

/** Drawing units: a cover beside its text is as wide and high as this and is scaled to fit. */
export const coverSize = { width: 640, height: 360 };
/** A cover across the page, of the same height. */
export const bannerWidth = 900;

/** Draws the same numbers for the same text on every machine: FNV-1a for the seed, then mulberry32. */
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

/**
 * The cover of an article that has no picture: rings that spread from a point, behind posts with a bar or two, on a
 * strip of earth. The same slug and width draw the same cover.
 */
export function drawCover(slug: string, width = coverSize.width): Shape[] {
  const random = toRandom(slug);
  const { height } = coverSize;
  const earth = 24;
  const shapes: Shape[] = [
    { kind: "rect", tone: "ground", x: 0, y: 0, width, height },
  ];

  const cx = 90 + random(width - 180);
  const cy = 90 + random(height - earth - 90);
  const rings = 5 + random(3);
  for (let ring = rings; ring >= 0; ring--)
    shapes.push({
      kind: "ring",
      tone: ring % 2 ? "tint" : "signal",
      cx,
      cy,
      r: 26 + ring * 33,
      width: 13,
    });

  const posts = 2 + random(3);
  const gap = Math.min(
    posts === 2 ? 150 + random(110) : 84 + random(40),
    // On a narrow ground they stand closer.
    Math.floor((width - 140) / (posts - 1)),
  );
  const span = gap * (posts - 1);
  const left = 70 + random(width - span - 140);
  const top = 60 + random(70);
  const tops = Array.from(
    { length: posts },
    (_, post) => top + (post % 2 ? 18 + random(14) : 0),
  );
  tops.forEach((y, post) => {
    const isOuter = post === 0 || post === posts - 1;
    shapes.push({
      kind: "rect",
      tone: isOuter ? "deep" : "mid",
      x: left + post * gap - 13,
      y,
      width: 26,
      height: height - earth - y,
    });
  });
  const bar = Math.max(...tops) + 24 + random(50);
  shapes.push({
    kind: "rect",
    tone: "mid",
    x: left - 36,
    y: bar,
    width: span + 72,
    height: 18,
  });
  if (random(2))
    shapes.push({
      kind: "rect",
      tone: "deep",
      x: left - 36,
      y: bar + 50,
      width: span + 72,
      height: 8,
    });
  shapes.push({
    kind: "rect",
    tone: "deep",
    x: 0,
    y: height - earth,
    width,
    height: earth,
  });
  return shapes;
}
