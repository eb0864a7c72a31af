import type { Shape, Tone } from "#theme/types.ts";
import type { Box, Canvas } from "./canvas.ts";

/** Draws shapes with smooth edges in a box, in colours as `#rrggbb`; `scale` is in pixels for each unit. */
export function drawShapes(
  canvas: Canvas,
  shapes: readonly Shape[],
  colours: Record<Tone, string>,
  box: Box,
  scale: number,
): void {
  for (const shape of shapes) {
    const colour = parseInt(colours[shape.tone].slice(1), 16);
    const paint: Paint = (row, column, count, part) =>
      canvas.paint(box.top + row, box.left + column, count, colour, part);
    if (shape.kind === "rect") drawRect(shape, box, scale, paint);
    else drawRing(shape, box, scale, paint);
  }
}

/** `part` is how much of each pixel is inside the shape, from 0 to 1. */
type Paint = (row: number, column: number, count: number, part: number) => void;

function drawRect(
  rect: Extract<Shape, { kind: "rect" }>,
  { width, height }: Box,
  scale: number,
  paint: Paint,
): void {
  const [left, top] = [rect.x * scale, rect.y * scale];
  const right = left + rect.width * scale;
  const bottom = top + rect.height * scale;
  const end = Math.min(right, width);
  for (let row = toFirst(top); row < Math.min(bottom, height); row++) {
    const down = toOverlap(row, top, bottom);
    for (let column = toFirst(left); column < end;) {
      const part = down * toOverlap(column, left, right);
      const count = part === 1 ? Math.floor(end) - column : 1;
      paint(row, column, count, part);
      column += count;
    }
  }
}

function drawRing(
  ring: Extract<Shape, { kind: "ring" }>,
  { width, height }: Box,
  scale: number,
  paint: Paint,
): void {
  const [x, y] = [ring.cx * scale, ring.cy * scale];
  const inner = (ring.r - ring.width / 2) * scale;
  const outer = (ring.r + ring.width / 2) * scale;
  const end = Math.min(y + outer + 1, height);
  for (let row = toFirst(y - outer - 1); row < end; row++) {
    const down = row + 0.5 - y;
    /** Half of a row's part inside a circle. */
    const toReach = (radius: number) =>
      radius > Math.abs(down) ? Math.sqrt(radius ** 2 - down ** 2) : 0;
    // Beyond these columns is nothing of the ring.
    const [reach, hole] = [toReach(outer + 1), toReach(inner - 1)];
    const paintColumns = (from: number, to: number) => {
      let column = Math.max(0, Math.ceil(from));
      const last = Math.min(to, width);
      while (column < last) {
        const first = column;
        const part = toPart(column);
        do column++;
        while (part === 1 && column < last && toPart(column) === 1);
        paint(row, first, column - first, part);
      }
    };
    const toPart = (column: number) => {
      const distance = Math.sqrt((column + 0.5 - x) ** 2 + down ** 2);
      const inside = Math.min(outer - distance, distance - inner) + 0.5;
      return Math.max(0, Math.min(1, inside));
    };
    paintColumns(x - reach, x - hole);
    paintColumns(x + hole, x + reach);
  }
}

const toFirst = (edge: number): number => Math.max(0, Math.floor(edge));
/** How much of a pixel is between two edges. */
const toOverlap = (pixel: number, from: number, to: number): number =>
  Math.min(pixel + 1, to) - Math.max(pixel, from);
