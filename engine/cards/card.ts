import type { ContainerNode, Node } from "takumi-js";
import { site } from "#site.ts";
import { markRatio } from "#theme/mark.ts";
import { cardSize } from "#urls.ts";
import { drawCover, coverSize } from "./cover.ts";
import { toColours } from "./card-colours.ts";
import { families, toDrawable } from "./lettering.ts";

/** What stands on a share image. */
export type Card = {
  title: string;
  /** Above the title: an article's category, or what kind of page it is. */
  kicker?: string | undefined;
  /** Below it: the day an article appeared, in words. */
  date?: string | undefined;
  hue: number;
  /** What the art is drawn from, as in `drawCover`. */
  slug: string;
  /** The file of the author's own picture, which takes the place of the drawn art. */
  picture?: string | undefined;
};

/** Pixels. */
export const artWidth = 504;
const margin = 64;
/** The box that a title has to stay in. */
export const titleBox = {
  width: cardSize.width - artWidth - 2 * margin,
  height: 350,
};
/** The sizes a title may have, the largest that fits being taken. */
export const titleSizes = [88, 79, 71, 64, 57, 51, 46, 41, 36, 30];

/** A title as a card sets it. Without `breaksWords` a word that is too long sticks out. */
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

/** A card's words as they can be drawn, the title's such that no line is "The" or ends in "Hands-". */
export const toWords = ({ title, kicker = "", date = "" }: Card) => ({
  title: toDrawable(title)
    ?.replace(/^(\p{L}{1,3}) /u, "$1\u00a0")
    .replace(/-(?=\p{L}{1,3}(?!\p{L}))/gu, "-\u2060"),
  kicker: toDrawable(kicker),
  date: toDrawable(date),
});

/**
 * A card as a tree that Takumi draws.
 * @param titleNode none for a title that cannot be drawn: the site's name takes its place
 * @param art the name that Takumi gets the art by, the drawn one or the author's own; the mark's name is "mark"
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

/** One line, however long it is. */
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

/** The cover of a slug on ground as narrow and high as the card has for it, as SVG. */
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
