import type { DrawCover } from "../types.ts";

/** Columns of several heights under a circle. */
export const draw: DrawCover = ({ width, height, random }) => {
  const step = 64;
  const tones = ["tint", "mid", "deep"] as const;
  return [
    { kind: "rect", tone: "ground", x: 0, y: 0, width, height },
    {
      kind: "ring",
      tone: "signal",
      cx: 90 + random(width - 180),
      cy: 80 + random(80),
      r: 36,
      width: 24,
    },
    ...Array.from({ length: Math.ceil(width / step) }, (_, column) => {
      const y = 120 + random(height - 160);
      return {
        kind: "rect" as const,
        tone: tones[random(3)] as (typeof tones)[number],
        x: column * step,
        y,
        width: Math.min(step, width - column * step),
        height: height - y,
      };
    }),
  ];
};
