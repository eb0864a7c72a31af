import type { ContainerNode, Node } from "takumi-js";
import { site } from "#site.ts";
import { markRatio } from "#theme/mark.ts";
import type { Shape } from "#theme/types.ts";
import { cardSize } from "#urls.ts";
import { drawCover, coverSize } from "./cover.ts";
import { toColours } from "./card-colours.ts";
import { families, toDrawable } from "./lettering.ts";

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
const artWidth = 504;
const margin = 64;
const overhang = 16;
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

/** A card's texts without characters that have no glyph; no line of the title is just "The" or ends in "Hands-". */
export const toWords = ({ title, kicker = "", date = "" }: Card) => ({
  title: toDrawable(title)
    ?.replace(/^(\p{L}{1,3}) /u, "$1\u00a0")
    .replace(/-(?=\p{L}{1,3}(?!\p{L}))/gu, "-\u2060"),
  kicker: toDrawable(kicker),
  date: toDrawable(date),
});

export const artBox = {
  left: cardSize.width - artWidth,
  top: 0,
  width: artWidth,
  height: cardSize.height,
};
export const artScale = artBox.height / coverSize.height;
/** The part with the words: all but the art and the outer margin. Some letters reach beyond their box. */
export const wordsBox = {
  left: margin - overhang,
  top: margin - overhang,
  width: cardSize.width - artWidth - 2 * (margin - overhang),
  height: cardSize.height - 2 * (margin - overhang),
};

/**
 * The words of a card as a node tree for Takumi, of the size of `wordsBox`. The mark is called "mark".
 * @param titleNode undefined if the title cannot be drawn; the site's name is shown instead
 */
export function toWordsNode(
  card: Card,
  titleNode: Node | undefined,
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
      flexDirection: "column",
      justifyContent: "space-between",
      width: wordsBox.width,
      height: wordsBox.height,
      padding: overhang,
      backgroundColor: colours.paper,
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

export const toArt = ({ slug }: Card): Shape[] =>
  drawCover(slug, artBox.width / artScale);
