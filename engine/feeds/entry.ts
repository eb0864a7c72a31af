import { toModified, type Article } from "#model/article.ts";
import { formatDay } from "#model/dates.ts";
import { cardSize, toAbsoluteUrl, toCardAddress } from "#urls.ts";
import { toXmlText } from "./xml.ts";

/** An article as a feed brings it, whatever its format. Every URL is absolute. */
export type FeedEntry = {
  /** Never changes, and is the same in all formats. */
  id: string;
  url: string;
  title: string;
  /** Plain text. */
  summary: string;
  /** The whole text, as HTML that stands alone. */
  html: string;
  published: Date;
  /** The day it was published, in words. */
  day: string;
  /** Never before it was published. */
  updated: Date;
  authors: { name: string; url: string }[];
  /** The category first, then the tags; a name that both have, once. */
  categories: string[];
  /** What stands for the article in a list. */
  picture: MediaPicture;
};
export type MediaPicture = {
  url: string;
  type: string;
  width: number;
  height: number;
};

/** The share image of a page. */
export const toCardPicture = (address: string): MediaPicture => ({
  url: toAbsoluteUrl(toCardAddress(address)),
  type: "image/png",
  ...cardSize,
});

/** @param html the whole text, as HTML that stands alone */
export const toEntry = (
  article: Article,
  { html, picture }: Pick<FeedEntry, "html" | "picture">,
): FeedEntry => ({
  id: article.feedId,
  url: toAbsoluteUrl(article.address),
  title: toXmlText(article.title, article.body.file),
  summary: toXmlText(article.description, article.body.file),
  html,
  published: new Date(article.pubDate.time),
  day: formatDay(article.pubDate),
  // A day begins at midnight, which may be before the instant on that day that it follows.
  updated: new Date(Math.max(toModified(article).time, article.pubDate.time)),
  authors: article.authors.map(({ title, address, url }) => ({
    name: title,
    url: url ?? toAbsoluteUrl(address),
  })),
  categories: [
    ...new Set([article.category, ...article.tags].map(({ title }) => title)),
  ],
  picture,
});
