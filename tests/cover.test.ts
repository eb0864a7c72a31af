import { describe, expect, test } from "vitest";
import { bannerWidth, coverSize, drawCover } from "gatepost/cards/cover.ts";
import type { Shape } from "gatepost/theme/types.ts";

const { width, height } = coverSize;
const slugs = [
  "a",
  "",
  "gate-or-signal",
  "日本語",
  ...Array.from({ length: 2000 }, (_, index) => `article-${index}`),
];
const drawings = slugs.map((slug) => ({ slug, shapes: drawCover(slug) }));

/** A drawing as SVG markup. */
const toSvg = (shapes: Shape[]) =>
  `<svg viewBox="0 0 ${width} ${height}">${shapes
    .map((shape) =>
      shape.kind === "rect"
        ? `<rect class="${shape.tone}" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"></rect>`
        : `<circle class="${shape.tone}" cx="${shape.cx}" cy="${shape.cy}" r="${shape.r}" stroke-width="${shape.width}"></circle>`,
    )
    .join("")}</svg>`;

/** The slugs whose drawing breaks a promise. */
const breaking = (isKept: (shapes: Shape[]) => boolean) =>
  drawings.filter(({ shapes }) => !isKept(shapes)).map(({ slug }) => slug);

describe("our drawing for articles without a picture", () => {
  test("different slugs draw different covers", () => {
    const different = new Set(drawings.map(({ shapes }) => toSvg(shapes)));
    expect(different.size).toBe(slugs.length);
  });

  test("all its coordinates are whole numbers", () => {
    expect(
      breaking((shapes) =>
        shapes
          .flatMap((shape) => Object.values<unknown>(shape))
          .every(
            (value) => typeof value === "string" || Number.isInteger(value),
          ),
      ),
    ).toEqual([]);
  });

  test("the background covers everything and the earth is at the bottom", () => {
    expect(
      breaking((shapes) => {
        const [ground, earth] = [shapes[0], shapes.at(-1)];
        return (
          ground?.kind === "rect" &&
          ground.tone === "ground" &&
          ground.x === 0 &&
          ground.y === 0 &&
          ground.width === width &&
          ground.height === height &&
          earth?.kind === "rect" &&
          earth.tone === "deep" &&
          earth.x === 0 &&
          earth.width === width &&
          earth.y > height / 2 &&
          earth.y + earth.height === height
        );
      }),
    ).toEqual([]);
  });

  test("every post and bar is inside the drawing and thick enough to be seen", () => {
    expect(
      breaking((shapes) =>
        shapes
          .filter((shape) => shape.kind === "rect")
          .every(
            (rect) =>
              rect.x >= 0 &&
              rect.y >= 0 &&
              rect.width >= 8 &&
              rect.height >= 8 &&
              rect.x + rect.width <= width &&
              rect.y + rect.height <= height,
          ),
      ),
    ).toEqual([]);
  });

  test("the signal starts inside the drawing, and only the earth may cut its innermost ring", () => {
    expect(
      breaking((shapes) => {
        const rings = shapes.filter((shape) => shape.kind === "ring");
        const inner = Math.min(...rings.map(({ r }) => r));
        return (
          rings.length >= 6 &&
          rings.every(
            ({ cx, cy }) =>
              cx - inner >= 0 &&
              cx + inner <= width &&
              cy - inner >= 0 &&
              cy < height,
          )
        );
      }),
    ).toEqual([]);
  });

  test("at least two posts stand on the earth", () => {
    expect(
      breaking((shapes) => {
        const earth = shapes.at(-1);
        return (
          earth?.kind === "rect" &&
          shapes.filter(
            (shape) =>
              shape.kind === "rect" &&
              shape.tone !== "ground" &&
              shape.height > shape.width &&
              shape.y + shape.height === earth.y,
          ).length >= 2
        );
      }),
    ).toEqual([]);
  });

  test("it has at most 1.5 kB", () => {
    expect(breaking((shapes) => toSvg(shapes).length <= 1500)).toEqual([]);
  });
});

test("a banner fills its width: background and earth reach both ends, and nothing important is outside", () => {
  for (const slug of slugs) {
    const shapes = drawCover(slug, bannerWidth);
    const [ground, earth] = [shapes.at(0), shapes.at(-1)];
    expect(ground).toMatchObject({ tone: "ground", x: 0, width: bannerWidth });
    expect(earth).toMatchObject({ tone: "deep", x: 0, width: bannerWidth });
    const posts = shapes.filter(
      (shape) => shape.kind === "rect" && shape.width === 26,
    );
    expect(posts.length).toBeGreaterThan(1);
    for (const post of posts)
      if (post.kind === "rect") {
        expect(post.x).toBeGreaterThan(0);
        expect(post.x + post.width).toBeLessThan(bannerWidth);
      }
  }
});
