import type { DrawCover, Shape } from "gatepost/theme/types.ts";

/**
 * Rings spread from a point (the signal) behind two to four posts with a bar or two (the gate), on a strip of earth.
 */
export const draw: DrawCover = ({ width, height, random }) => {
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
    // On a narrow cover they are closer together.
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
};
