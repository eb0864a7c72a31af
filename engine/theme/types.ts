/** The role of a colour in a cover; the style sheet defines its value from the tokens and the category's hue. */
export type Tone = "ground" | "tint" | "mid" | "deep" | "signal";

/** A rectangle, or the outline of a circle, in a cover. Whole numbers keep the page small. */
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

/**
 * `draw` in a theme's `cover.ts`: the cover of an article without a picture.
 * @param area its size, and a generator of random whole numbers from 0, seeded by the article so that every build draws
 * the same
 */
export type DrawCover = (area: {
  width: number;
  height: number;
  random: (below: number) => number;
}) => Shape[];
