import { describe, expect, test } from "vitest";
import { bannerWidth, coverSize, drawCover } from "#cards/cover.ts";
import type { Shape } from "#theme/types.ts";
import { printedBy } from "../run-node.ts";

const { width, height } = coverSize;
const slugs = [
  "a",
  "",
  "bowl-or-basket",
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

describe("an article without a picture has a cover of its own", () => {
  test("the same slug draws the same cover, in every run", () => {
    const printed = printedBy(
      `import { drawCover } from "gatepost/cards/cover.ts";
      console.log(JSON.stringify(drawCover("bowl-or-basket")));`,
      { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8" },
    );
    expect(JSON.parse(printed)).toEqual(drawCover("bowl-or-basket"));
  });

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

  test("the background covers everything", () => {
    expect(
      breaking((shapes) => {
        const [ground] = shapes;
        return (
          ground?.kind === "rect" &&
          ground.tone === "ground" &&
          ground.x === 0 &&
          ground.y === 0 &&
          ground.width === width &&
          ground.height === height
        );
      }),
    ).toEqual([]);
  });

  test("no column leaves the drawing", () => {
    expect(
      breaking((shapes) =>
        shapes
          .filter((shape) => shape.kind === "rect")
          .every(
            (rect) =>
              rect.x >= 0 &&
              rect.y >= 0 &&
              rect.x + rect.width <= width &&
              rect.y + rect.height <= height,
          ),
      ),
    ).toEqual([]);
  });

  test("it has at most 1.5 kB", () => {
    expect(breaking((shapes) => toSvg(shapes).length <= 1500)).toEqual([]);
  });
});

test("a banner is drawn for its full width", () => {
  const shapes = drawCover("a", bannerWidth);
  expect(shapes[0]).toMatchObject({ tone: "ground", width: bannerWidth });
  expect(shapes).not.toEqual(drawCover("a"));
});
