import sharp from "sharp";
import { expect, test } from "vitest";
import { Canvas } from "#cards/canvas.ts";
import { drawShapes } from "#cards/shapes.ts";
import type { Shape } from "#theme/types.ts";

const size = { width: 60, height: 40 };
const box = { ...size, left: 0, top: 0 };
const colours = {
  ground: "#ffffff",
  tint: "#00ff00",
  mid: "#0000ff",
  deep: "#000000",
  signal: "#ff0000",
};

const pixelsOf = (png: Buffer) => sharp(png).removeAlpha().raw().toBuffer();
const colourAt = async (png: Buffer, x: number, y: number) =>
  `#${(await pixelsOf(png)).subarray(3 * (y * size.width + x)).toString("hex", 0, 3)}`;

function draw(shapes: Shape[], scale = 1, into = box): Buffer {
  const canvas = new Canvas(size);
  canvas.clear(0xffffff);
  drawShapes(canvas, shapes, colours, into, scale);
  return canvas.toPng();
}

const rect = (x: number, y: number, width: number, height: number): Shape => ({
  kind: "rect",
  tone: "deep",
  x,
  y,
  width,
  height,
});
const ring: Shape = {
  kind: "ring",
  tone: "signal",
  cx: 15,
  cy: 10,
  r: 12,
  width: 5,
};

test("a canvas becomes an opaque PNG of its size", async () => {
  expect(await sharp(draw([rect(3, 4, 5, 6)])).metadata()).toMatchObject({
    format: "png",
    ...size,
    hasAlpha: false,
  });
});

test("a rectangle has whole pixels inside and shades at edges between pixels", async () => {
  const png = draw([rect(2.5, 2, 3, 4)]);
  expect(
    await Promise.all([1, 2, 3, 4, 5, 6].map((x) => colourAt(png, x, 2))),
  ).toEqual(["#ffffff", "#808080", "#000000", "#000000", "#808080", "#ffffff"]);
  expect(await colourAt(png, 3, 1)).toBe("#ffffff");
  expect(await colourAt(png, 3, 6)).toBe("#ffffff");
});

test("shapes are drawn as a program for SVG draws them, also where they leave the picture", async () => {
  const shapes = [
    rect(4, 3, 9, 9),
    ring,
    { ...ring, cx: 30, cy: 0, r: 6, width: 12 },
    rect(28, 15, 20, 20),
  ];
  const svg = shapes.map((shape) =>
    shape.kind === "rect"
      ? `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>`
      : `<circle cx="${shape.cx}" cy="${shape.cy}" r="${shape.r}" stroke="#f00" stroke-width="${shape.width}" fill="none"/>`,
  );
  const expected = await sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" viewBox="0 0 34.2857 22.857"><rect width="60" height="40" fill="#fff"/>${svg.join("")}</svg>`,
    ),
  )
    .removeAlpha()
    .raw()
    .toBuffer();
  const drawn = await pixelsOf(draw(shapes, 1.75));
  const differences = [...drawn].map((value, at) =>
    Math.abs(value - (expected[at] as number)),
  );
  expect(Math.max(...differences)).toBeLessThan(64);
  expect(
    differences.reduce((sum, value) => sum + value) / drawn.length,
  ).toBeLessThan(1);
});

test("nothing is painted outside of a drawing's box", async () => {
  const png = draw([rect(-5, -5, 90, 90), ring], 1, {
    left: 20,
    top: 10,
    width: 8,
    height: 8,
  });
  const painted = [...(await pixelsOf(png))].flatMap((value, at) =>
    value === 255 ? [] : [Math.floor(at / 3)],
  );
  expect(painted.length).toBeGreaterThan(0);
  for (const pixel of painted) {
    expect(pixel % size.width).toBeGreaterThanOrEqual(20);
    expect(pixel % size.width).toBeLessThan(28);
    expect(Math.floor(pixel / size.width)).toBeGreaterThanOrEqual(10);
    expect(Math.floor(pixel / size.width)).toBeLessThan(18);
  }
});

test("a picture is placed as it is; past 256 colours, the nearest one is used", async () => {
  const canvas = new Canvas(size);
  canvas.clear(0x102030);
  const shades = Uint8Array.from({ length: 4 * 300 }, (_, at) =>
    at % 4 === 3 ? 255 : Math.min(255, Math.floor(at / 4)),
  );
  canvas.place(shades, { left: 10, top: 5, width: 30, height: 10 });
  const png = canvas.toPng();
  expect(await colourAt(png, 9, 5)).toBe("#102030");
  expect(await colourAt(png, 10, 5)).toBe("#000000");
  expect(await colourAt(png, 12, 6)).toBe("#202020");
  expect(await colourAt(png, 40, 5)).toBe("#102030");
  // The last grey has no place left in the palette.
  expect(await colourAt(png, 25, 13)).toBe("#fefefe");
});

test("a canvas can be used again", () => {
  const canvas = new Canvas(size);
  const drawOnce = (shape: Shape) => {
    canvas.clear(0xffffff);
    drawShapes(canvas, [shape], colours, box, 1);
    return canvas.toPng();
  };
  const first = drawOnce(ring);
  expect(drawOnce(rect(1, 1, 50, 30))).not.toEqual(first);
  expect(drawOnce(ring)).toEqual(first);
});
