import type { Followed } from "#articles/follow.ts";
import type { Article } from "#articles/article.ts";
import { site } from "#site.ts";
import { toAbsoluteUrl, toFeedAddress, type FeedFormat } from "#urls.ts";
import type { FeedEntry } from "./entry.ts";

/** What a feed says of itself and brings, whatever its format. Every URL is absolute. */
export type Feed = {
  /** Never changes while the page that lists the same articles has its address. */
  id: string;
  title: string;
  description: string;
  language: string;
  /** The page that lists the same articles. */
  url: string;
  /** The newest change of what it brings: never the time of a build, so that a reader's cache holds. */
  updated: Date;
  entries: FeedEntry[];
  /** Where its documents are, in each format. */
  links: Record<FeedFormat, FeedLinks>;
};

/** The documents of a feed as RFC 5005 joins them. */
export type FeedLinks = {
  self: string;
};

/** What a web server calls each format. */
export const mediaTypes: Record<FeedFormat, string> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};

/** The newest articles of what is followed as a feed. */
export async function toFeed(
  { kind, title, description, address, articles }: Followed,
  toEntry: (article: Article) => Promise<FeedEntry>,
): Promise<Feed> {
  const entries = await Promise.all(
    articles.slice(0, site.articlesPerFeed).map(toEntry),
  );
  const toLinks = (format: FeedFormat): FeedLinks => ({
    self: toAbsoluteUrl(toFeedAddress(address, format)),
  });
  return {
    id: `tag:${site.feedAuthority}:${address}`,
    title: kind === "site" ? title : `${site.name}: ${title}`,
    description,
    language: site.language,
    url: toAbsoluteUrl(address),
    updated: new Date(Math.max(...entries.map(({ updated }) => +updated))),
    entries,
    links: {
      rss: toLinks("rss"),
      atom: toLinks("atom"),
      json: toLinks("json"),
    },
  };
}
