import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import sharp from "sharp";
import type { Node } from "takumi-js";
import { Renderer } from "takumi-js/node";
import { toCardMark } from "#theme/mark.ts";
import { cardSize } from "#urls.ts";
import {
  artBox,
  artScale,
  toArt,
  titleBox,
  titleSizes,
  toTitleNode,
  toWords,
  toWordsNode,
  wordsBox,
  type Card,
} from "./card.ts";
import { Canvas } from "./canvas.ts";
import { toColours } from "./card-colours.ts";
import { fonts } from "./lettering.ts";
import { drawShapes } from "./shapes.ts";

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
export const readPicture = async ({ picture }: Card) =>
  picture === undefined ? undefined : readFile(picture);

/** Cards share it: nothing else runs between clearing it and writing the PNG. */
const canvas = new Canvas(cardSize);

/** Draws a card without the network or system fonts, so the same card gives the same PNG everywhere. */
export async function drawCard(card: Card, picture?: Buffer): Promise<Buffer> {
  picture ??= await readPicture(card);
  const { title } = toWords(card);
  const titleNode = title === undefined ? undefined : await fitTitle(title);
  const { width, height } = wordsBox;
  const renderer = await getRenderer();
  const words = await renderer.render(toWordsNode(card, titleNode), {
    width,
    height,
    format: "raw",
    images: [{ src: "mark", data: mark, cache: "none" }],
  });
  if (picture) return addPicture(words, picture, card);
  const colours = toColours(card.hue);
  canvas.clear(parseInt(colours.paper.slice(1), 16));
  canvas.place(words, wordsBox);
  drawShapes(canvas, toArt(card), colours, artBox, artScale);
  return canvas.toPng();
}

/** A card with the author's own picture: the centre of a photograph, or a drawing on its category's colour. */
async function addPicture(
  words: Buffer,
  picture: Buffer,
  { hue, picture: file = "" }: Card,
): Promise<Buffer> {
  const { ground: background, paper } = toColours(hue);
  const [reading, placing] =
    panel[file.endsWith(".svg") ? "drawing" : "photograph"];
  const art = await sharp(picture, reading)
    .autoOrient()
    .flatten({ background })
    .resize(artBox.width, artBox.height, { ...placing, background })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const { width, height, left, top } = wordsBox;
  const png = await sharp({
    create: { ...cardSize, channels: 3, background: paper },
  })
    .composite([
      { input: words, raw: { width, height, channels: 4 }, left, top },
      { input: art, left: artBox.left, top: artBox.top },
    ])
    .removeAlpha()
    .png()
    .toBuffer();
  return png.length > palette.largest
    ? sharp(png).png(palette.colours).toBuffer()
    : png;
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

const manifest = findPackageJSON("takumi-js", import.meta.url) as string;
const { version } = JSON.parse(readFileSync(manifest, "utf8")) as {
  version: string;
};
/** To be raised when `canvas.ts`, `shapes.ts` or `fitTitle` draw something else than before. */
const drawing = 1;
const common = toHash(
  JSON.stringify([
    version,
    sharp.versions,
    process.versions.zlib,
    drawing,
    titleBox,
    titleSizes,
    wordsBox,
    artBox,
    panel,
    palette,
  ]),
  mark,
  ...fonts.map(({ data }) => data),
);

/** The cache key of a card: a hash of everything visible on it. */
export async function toCardKey(card: Card, picture?: Buffer): Promise<string> {
  const { title } = toWords(card);
  const node = toWordsNode(
    card,
    title === undefined
      ? undefined
      : toTitleNode(title, titleSizes[0] as number, false),
  );
  const art = picture ?? (await readPicture(card)) ?? "";
  const drawing = [node, toColours(card.hue), toArt(card)];
  return toHash(common, JSON.stringify(drawing), art).slice(0, 32);
}
