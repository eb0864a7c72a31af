import { toHex } from "#theme/colours.ts";
import { toIconMark } from "#theme/mark.ts";
import { addresses } from "#urls.ts";

/** A square icon: its size in pixels, and the mark's share of it if it is not three quarters. */
export type Icon = { address: string; size: number; share?: number };

export const touchIcon: Icon = { address: addresses.touchIcon, size: 180 };
export const feedIcon: Icon = { address: addresses.icon("144"), size: 144 };
/** The manifest's icons. A maskable icon keeps the mark in its safe zone, four fifths of the width. */
export const manifestIcons: (Icon & { purpose: "any" | "maskable" })[] = [
  { address: addresses.icon("192"), size: 192, purpose: "any" },
  { address: addresses.icon("512"), size: 512, purpose: "any" },
  {
    address: addresses.icon("maskable-512"),
    size: 512,
    share: 0.625,
    purpose: "maskable",
  },
];

/** The mark on a paper-coloured ground, as PNG; without it, a dark mark would be invisible on dark grounds. */
export async function drawIcon({ size, share = 0.75 }: Omit<Icon, "address">) {
  // Slow to load, and most builds draw nothing.
  const { default: sharp } = await import("sharp");
  const mark = Math.round((size * share) / 2) * 2;
  return sharp({
    create: {
      width: size,
      height: size,
      channels: 3,
      background: toHex("color-paper"),
    },
  })
    .composite([
      {
        input: await sharp(Buffer.from(toIconMark(mark)))
          .png()
          .toBuffer(),
      },
    ])
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** The mark as an ICO file with one PNG: https://en.wikipedia.org/wiki/ICO_(file_format) */
export async function drawIco(size: number): Promise<Buffer> {
  const png = await drawIcon({ size, share: 1 });
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size % 256, 6);
  head.writeUInt8(size % 256, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}
