import { toModified, type Article } from "#model/article.ts";
import { formatDay } from "#model/dates.ts";
import { cardSize, toAbsoluteUrl, toCardAddress } from "#urls.ts";
import { toXmlText } from "./xml.ts";

/** An article in a feed, independent of the format. Every URL is absolute. */
export type FeedEntry = {
  /** Never changes, and is the same in all formats. */
  id: string;
  url: string;
  title: string;
  /** Plain text. */
  summary: string;
  html: string;
  published: Date;
  day: string;
  /** Never before `published`. */
  updated: Date;
  authors: { name: string; url: string }[];
  /** The category and the tags, without duplicates. */
  categories: string[];
  picture: MediaPicture;
};
export type MediaPicture = {
  url: string;
  type: string;
  width: number;
  height: number;
};

export const toCardPicture = (address: string): MediaPicture => ({
  url: toAbsoluteUrl(toCardAddress(address)),
  type: "image/png",
  ...cardSize,
});

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
  // A date starts at midnight, so it may be before a time on the same day.
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
