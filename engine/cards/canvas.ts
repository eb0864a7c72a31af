import { constants, crc32, deflateSync } from "node:zlib";

export type Size = { width: number; height: number };
export type Box = Size & { left: number; top: number };

/** The shades of an edge between two colours: drawings should not need more than the palette's 256 colours. */
const shades = 8;

/** A picture with a palette: takes a quarter of the time of SVG. Reused, since a new one is a megabyte of garbage. */
export class Canvas {
  readonly size: Size;
  /** PNG's lines: each begins with the number of its filter, which is 0 for none. */
  readonly #lines: Uint8Array;
  readonly #palette = Buffer.alloc(3 * 256);
  /** The place of each colour in the palette. */
  readonly #indices = new Map<number, number>();

  constructor(size: Size) {
    this.size = size;
    this.#lines = new Uint8Array((1 + size.width) * size.height);
  }

  /** @param ground of the whole picture, as are all colours: 0xrrggbb */
  clear(ground: number): void {
    this.#indices.clear();
    this.#toIndex(ground);
    this.#lines.fill(0);
  }

  /** Paints pixels of a row; `part` is how much of each is inside a shape, from 0 to 1. */
  paint(row: number, column: number, count: number, colour: number, part = 1) {
    const start = this.#toStart(row, column);
    const share = Math.round(part * shades) / shades;
    if (share === 1)
      this.#lines.fill(this.#toIndex(colour), start, start + count);
    else if (share > 0)
      for (let at = start; at < start + count; at++) {
        const below = this.#toColour(this.#lines[at] as number);
        this.#lines[at] = this.#toIndex(mix(below, colour, share));
      }
  }

  /** Puts a picture without transparency into a part of this one. */
  place(picture: Uint8Array, { left, top, width }: Box): void {
    const { buffer, byteOffset, length } = picture;
    const pixels = new Uint32Array(buffer, byteOffset, length / 4);
    /** By pixel, whose bytes are in the machine's order. */
    const indices = new Map<number, number>();
    for (let from = 0; from < pixels.length; from += width) {
      const start = this.#toStart(top + from / width, left);
      for (let at = 0; at < width;) {
        const pixel = pixels[from + at] as number;
        const first = at;
        do at++;
        while (at < width && pixels[from + at] === pixel);
        let index = indices.get(pixel);
        if (index === undefined) {
          const [red = 0, green = 0, blue = 0] = picture.subarray(
            4 * (from + first),
          );
          index = this.#toIndex((red << 16) | (green << 8) | blue);
          indices.set(pixel, index);
        }
        this.#lines.fill(index, start + first, start + at);
      }
    }
  }

  toPng(): Buffer {
    const head = Buffer.alloc(13);
    head.writeUInt32BE(this.size.width, 0);
    head.writeUInt32BE(this.size.height, 4);
    // Eight bits, of a palette.
    head.set([8, 3], 8);
    // Drawings have long runs of one colour: looking for anything else takes six times as long.
    const lines = deflateSync(this.#lines, { strategy: constants.Z_RLE });
    return Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      toChunk("IHDR", head),
      toChunk("PLTE", this.#palette.subarray(0, 3 * this.#indices.size)),
      toChunk("IDAT", lines),
      toChunk("IEND", Buffer.alloc(0)),
    ]);
  }

  #toStart(row: number, column: number): number {
    return row * (1 + this.size.width) + 1 + column;
  }

  #toColour(index: number): number {
    return this.#palette.readUIntBE(3 * index, 3);
  }

  /** The place of a colour in the palette, or of the nearest one if the palette is full. */
  #toIndex(colour: number): number {
    const known = this.#indices.get(colour);
    if (known !== undefined) return known;
    const { size } = this.#indices;
    if (3 * size === this.#palette.length)
      return [...this.#indices].reduce((best, one) =>
        toDistance(one[0], colour) < toDistance(best[0], colour) ? one : best,
      )[1];
    this.#palette.writeUIntBE(colour, 3 * size, 3);
    this.#indices.set(colour, size);
    return size;
  }
}

const toChannels = (colour: number): number[] =>
  [16, 8, 0].map((bits) => (colour >> bits) & 255);

function mix(below: number, above: number, share: number): number {
  const over = toChannels(above);
  return toChannels(below).reduce(
    (mixed, channel, index) =>
      (mixed << 8) |
      Math.round(channel + share * ((over[index] as number) - channel)),
    0,
  );
}

function toDistance(one: number, other: number): number {
  const channels = toChannels(other);
  return Math.hypot(
    ...toChannels(one).map((value, index) => value - (channels[index] ?? 0)),
  );
}

function toChunk(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length);
  chunk.write(type, 4, "latin1");
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), 8 + data.length);
  return chunk;
}
