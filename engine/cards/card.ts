import type { ContainerNode, Node } from "takumi-js";
import { site } from "#site.ts";
import { markRatio } from "#theme/mark.ts";
import { cardSize } from "#urls.ts";
import { drawCover, coverSize } from "./cover.ts";
import { toColours } from "./card-colours.ts";
import { families, toDrawable } from "./lettering.ts";

/** The contents of a share image. */
export type Card = {
  title: string;
  /** Above the title: an article's category, or the kind of page. */
  kicker?: string | undefined;
  /** Below it: an article's formatted publication date. */
  date?: string | undefined;
  hue: number;
  /** The seed of the art, as in `drawCover`. */
  slug: string;
  /** The author's own picture, used instead of drawn art. */
  picture?: string | undefined;
};

/** Pixels. */
export const artWidth = 504;
const margin = 64;
/** The box for the title. */
export const titleBox = {
  width: cardSize.width - artWidth - 2 * margin,
  height: 350,
};
/** The font sizes of a title; the largest that fits is used. */
export const titleSizes = [88, 79, 71, 64, 57, 51, 46, 41, 36, 30];

/** The layout of a title. Without `breaksWords`, a word that is too long overflows. */
export const toTitleNode = (
  title: string,
  size: number,
  breaksWords: boolean,
): Node => ({
  type: "text",
  text: title,
  style: {
    width: titleBox.width,
    fontFamily: families.reading,
    fontSize: size,
    fontWeight: 600,
    lineHeight: 1.1,
    letterSpacing: "-0.015em",
    textWrap: "balance",
    overflowWrap: breaksWords ? "anywhere" : "normal",
  },
});

/**
 * A card's texts without characters that have no glyph; the title gets no line that is just "The" or ends in "Hands-".
 */
export const toWords = ({ title, kicker = "", date = "" }: Card) => ({
  title: toDrawable(title)
    ?.replace(/^(\p{L}{1,3}) /u, "$1\u00a0")
    .replace(/-(?=\p{L}{1,3}(?!\p{L}))/gu, "-\u2060"),
  kicker: toDrawable(kicker),
  date: toDrawable(date),
});

/**
 * A card as a node tree for Takumi.
 * @param titleNode undefined if the title cannot be drawn; the site's name is shown instead
 * @param art Takumi's name for the art, whether drawn or the author's own; the mark is called "mark"
 */
export function toCardNode(
  card: Card,
  titleNode: Node | undefined,
  art: string,
): ContainerNode {
  const colours = toColours(card.hue);
  const { kicker, date } = toWords(card);
  const toBrand = (size: number) =>
    row("flex-start", [
      toMark(size * 0.92),
      toLine(site.name, size, 700, colours.ink),
    ]);
  return {
    type: "container",
    style: {
      display: "flex",
      ...cardSize,
      backgroundColor: colours.paper,
    },
    children: [
      {
        type: "container",
        style: {
          display: "flex",
          flexDirection: "column",
          justifyContent: "space-between",
          width: cardSize.width - artWidth,
          padding: margin,
          color: colours.ink,
        },
        children: [
          row("flex-start", [
            {
              type: "container",
              style: {
                width: 56,
                height: 6,
                flexShrink: 0,
                backgroundColor: colours.rule,
              },
            },
            ...(kicker ? [toLine(kicker, 26, 600, colours.kicker)] : []),
          ]),
          titleNode ?? toBrand(72),
          row(titleNode ? "space-between" : "flex-end", [
            ...(titleNode ? [toBrand(30)] : []),
            ...(date ? [toLine(date, 26, 500, colours.quiet)] : []),
          ]),
        ],
      },
      { type: "image", src: art, width: artWidth, height: cardSize.height },
    ],
  };
}

const row = (
  justifyContent: "flex-start" | "flex-end" | "space-between",
  children: Node[],
): ContainerNode => ({
  type: "container",
  style: {
    display: "flex",
    alignItems: "center",
    justifyContent,
    gap: 16,
    minHeight: 36,
  },
  children,
});

/** Text on one line, however long. */
const toLine = (
  text: string,
  fontSize: number,
  fontWeight: number,
  color: string,
): Node => ({
  type: "text",
  text,
  style: {
    minWidth: 0,
    overflow: "hidden",
    fontFamily: families.interface,
    fontSize,
    fontWeight,
    color,
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

const toMark = (width: number): Node => ({
  type: "image",
  src: "mark",
  style: { width, height: width / markRatio, flexShrink: 0 },
});

/** The cover of a slug at the size of the card's art, as SVG. */
export function toArt({ slug, hue }: Card): string {
  const colours = toColours(hue);
  const { height } = coverSize;
  const width = (artWidth * height) / cardSize.height;
  const shapes = drawCover(slug, width).map((shape) =>
    shape.kind === "rect"
      ? `<rect fill="${colours[shape.tone]}" x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}"/>`
      : `<circle stroke="${colours[shape.tone]}" cx="${shape.cx}" cy="${shape.cy}" r="${shape.r}" stroke-width="${shape.width}" fill="none"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${artWidth}" height="${cardSize.height}">${shapes.join("")}</svg>`;
}
