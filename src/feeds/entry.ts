import { toModified, type Article } from "#articles/article.ts";
import { toAbsoluteUrl, toCardAddress } from "#urls.ts";

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
  /** Never before it was published. */
  updated: Date;
  authors: { name: string; url: string }[];
  /** The category first, then the tags. */
  categories: string[];
  picture: { url: string; type: string; width: number; height: number };
};

/** @param html the whole text, as HTML that stands alone */
export const toEntry = (article: Article, html: string): FeedEntry => ({
  id: article.feedId,
  url: toAbsoluteUrl(article.address),
  title: article.title,
  summary: article.description,
  html,
  published: new Date(article.pubDate.time),
  // A day begins at midnight, which may be before the instant on that day that it follows.
  updated: new Date(Math.max(toModified(article).time, article.pubDate.time)),
  authors: article.authors.map(({ title, address, url }) => ({
    name: title,
    url: url ?? toAbsoluteUrl(address),
  })),
  categories: [article.category, ...article.tags].map(({ title }) => title),
  picture: {
    url: toAbsoluteUrl(toCardAddress(article.address)),
    type: "image/png",
    width: 1200,
    height: 630,
  },
});
