import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import sharp from "sharp";
import type { Node } from "takumi-js";
import { Renderer } from "takumi-js/node";
import { toCardMark } from "#theme/mark.ts";
import { cardSize } from "#urls.ts";
import {
  artWidth,
  toArt,
  titleBox,
  titleSizes,
  toCardNode,
  toTitleNode,
  toWords,
  type Card,
} from "./card.ts";
import { toColours } from "./card-colours.ts";
import { fonts } from "./lettering.ts";

let opened: Promise<Renderer> | undefined;
const getRenderer = () =>
  (opened ??= (async () => {
    const renderer = new Renderer();
    for (const font of fonts) await renderer.registerFont(font);
    return renderer;
  })());

/** A photograph is cropped to its centre; a drawing is shown whole, rasterised at its final size. */
const panel = {
  photograph: [{}, { fit: "cover" }],
  drawing: [{ limitInputPixels: false }, { fit: "contain" }],
} as const;

/** Photographs make PNGs too large for messengers; 256 colours take a fifth of the bytes. */
const palette = { largest: 100_000, colours: { palette: true, effort: 4 } };

const mark = Buffer.from(toCardMark());

/** The file of a card's picture, if it has one: read once, so that a card is drawn from the bytes in its key. */
export const readPicture = async ({
  picture,
}: Card): Promise<Buffer | undefined> =>
  picture === undefined ? undefined : readFile(picture);

/** Draws a card without the network or system fonts, so the same card gives the same PNG everywhere. */
export async function drawCard(card: Card, picture?: Buffer): Promise<Buffer> {
  picture ??= await readPicture(card);
  const renderer = await getRenderer();
  const { title } = toWords(card);
  const data = picture
    ? await toPanel(picture, card)
    : Buffer.from(toArt(card));
  const drawn = await renderer.render(
    toCardNode(
      card,
      title === undefined ? undefined : await fitTitle(title),
      "art",
    ),
    {
      ...cardSize,
      format: "png",
      images: [
        { src: "art", data, cache: "none" },
        { src: "mark", data: mark, cache: "none" },
      ],
    },
  );
  return drawn.length > palette.largest
    ? sharp(drawn).png(palette.colours).toBuffer()
    : drawn;
}

/**
 * The author's own picture instead of the art: the centre of a photograph, which is predictable, unlike automatic
 * cropping; a drawing on a ground in its category's colour.
 */
function toPanel(
  picture: Buffer,
  { hue, picture: file = "" }: Card,
): Promise<Buffer> {
  const { ground: background } = toColours(hue);
  const [reading, placing] =
    panel[file.endsWith(".svg") ? "drawing" : "photograph"];
  return sharp(picture, reading)
    .autoOrient()
    .flatten({ background })
    .resize(artWidth, cardSize.height, { ...placing, background })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** The title at the largest size that fits, without breaking words if possible. */
export async function fitTitle(title: string): Promise<Node> {
  const renderer = await getRenderer();
  const fits = async (node: Node, size: number) => {
    const { children } = await renderer.measure({
      type: "container",
      style: { display: "flex" },
      children: [node],
    });
    const { height = 0, runs = [] } = children[0] ?? {};
    // The measured width includes a line's trailing space, which may overflow.
    const reaches = runs.map(
      ({ text, x, width }) => x + width - (text.endsWith(" ") ? size / 4 : 0),
    );
    return height <= titleBox.height && Math.max(...reaches) <= titleBox.width;
  };
  for (const breaksWords of [false, true])
    for (const size of titleSizes) {
      const node = toTitleNode(title, size, breaksWords);
      if (await fits(node, size)) return node;
    }
  throw new Error(`No size is small enough for the title “${title}”`);
}

const toHash = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

const { version } = JSON.parse(
  readFileSync(
    join(
      dirname(createRequire(import.meta.url).resolve("takumi-js")),
      "../package.json",
    ),
    "utf8",
  ),
) as { version: string };
/** Everything that the cards of a build share. */
const common = toHash(
  JSON.stringify([
    version,
    sharp.versions,
    titleBox,
    titleSizes,
    panel,
    palette,
  ]),
  mark,
  ...fonts.map(({ data }) => data),
);

/** The cache key of a card: a hash of everything visible on it. */
export async function toCardKey(card: Card, picture?: Buffer): Promise<string> {
  const { title } = toWords(card);
  const node = toCardNode(
    card,
    title === undefined
      ? undefined
      : toTitleNode(title, titleSizes[0] as number, false),
    "art",
  );
  const art = picture ?? (await readPicture(card)) ?? toArt(card);
  return toHash(common, JSON.stringify(node), art).slice(0, 32);
}
