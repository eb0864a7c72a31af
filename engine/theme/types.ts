/** The role of a colour in a drawn cover: the style sheet has its value, from the tokens and the category's hue. */
export type Tone = "ground" | "tint" | "mid" | "deep" | "signal";

/** A rectangle or a circle's stroke in a drawn cover. Whole numbers keep the page small. */
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
      /** Of the stroke. */
      width: number;
    };

/**
 * `draw` in a theme's `cover.ts`: the cover of an article without a picture.
 * @param area its size, and the article's own random numbers: whole, from 0, the same in every build
 */
export type DrawCover = (area: {
  width: number;
  height: number;
  random: (below: number) => number;
}) => Shape[];
