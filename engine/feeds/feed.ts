import { toPermanentId, type Article } from "#model/article.ts";
import { toFeedTitle, type Followed } from "#model/follow.ts";
import { site } from "#site.ts";
import {
  addresses,
  toAbsoluteUrl,
  toFeedAddress,
  type FeedFormat,
} from "#urls.ts";
import type { FeedEntry } from "./entry.ts";

/** The number of articles in a topic's feed without an archive. */
const perTopicFeed = 20;

/** A feed, independent of the format. Every URL is absolute. */
export type Feed = {
  /** The same in all formats and in every page of the archive. */
  id: string;
  title: string;
  description: string;
  language: string;
  url: string;
  isArchive: boolean;
  /** The newest change of an entry, never the time of a build: unchanged feeds keep their bytes. */
  updated: Date;
  /** Newest first. */
  entries: FeedEntry[];
  links: Record<FeedFormat, FeedLinks>;
};

export const publisher = {
  name: site.name,
  url: toAbsoluteUrl(addresses.home),
};
/** The site's icon: RSS allows no more than 144 pixels. */
export const icons = {
  small: { url: toAbsoluteUrl(addresses.icon("144")), size: 144 },
  large: toAbsoluteUrl(addresses.icon("512")),
};

/** The other documents of a feed, by their link relations in RFC 5005 and WebSub. */
export type FeedLinks = {
  self: string;
  hub?: string;
  /** In the pages of an archive: the feed of the newest articles. */
  current?: string;
  "prev-archive"?: string;
  "next-archive"?: string;
};

/** The newest of some times in milliseconds, or the day in `feedAuthority`: the build's time would change the bytes. */
export const toNewest = (times: number[]): Date =>
  new Date(
    times.length > 0
      ? Math.max(...times)
      : Date.parse(site.feedAuthority.split(",")[1] as string),
  );

/** A feed to write: the articles in it, and its place among the pages of its archive. */
export type FeedPage<Item = Article> = {
  followed: Omit<Followed, "articles">;
  /** The number of a page of the archive, from 1 for the oldest articles; undefined in the feed of the newest. */
  archive: number | undefined;
  archives: number;
  articles: Item[];
};

/** A feed and its archive (RFC 5005), which gets a page once it is full. Each has only the articles that it shows. */
export function toFeedPages({ articles, ...followed }: Followed): FeedPage[] {
  const { kind } = followed;
  const hasArchive = site.feedArchives.includes(kind);
  const count =
    kind === "site" || hasArchive
      ? site.articlesPerFeed
      : Math.min(site.articlesPerFeed, perTopicFeed);
  const archives = hasArchive
    ? Math.max(0, Math.ceil(articles.length / count) - 1)
    : 0;
  return Array.from({ length: archives + 1 }, (_, archive) => {
    // Counted from the oldest, so that a new article moves none from one page to another.
    const begin = archive === 0 ? 0 : articles.length - archive * count;
    return {
      followed,
      archive: archive || undefined,
      archives,
      articles: articles.slice(begin, begin + count),
    };
  });
}

export async function toFeed<Item>(
  { followed, archive, archives, articles }: FeedPage<Item>,
  toEntry: (article: Item) => Promise<FeedEntry>,
): Promise<Feed> {
  const { description, address } = followed;
  const entries = await Promise.all(articles.map(toEntry));
  const toLinks = (format: FeedFormat): FeedLinks => {
    const toUrl = (page?: number) =>
      toAbsoluteUrl(toFeedAddress(address, format, page));
    const previous = archive === undefined ? archives : archive - 1;
    return {
      self: toUrl(archive),
      ...(archive ? { current: toUrl() } : site.hub && { hub: site.hub }),
      ...(previous > 0 && { "prev-archive": toUrl(previous) }),
      ...(archive &&
        archive < archives && { "next-archive": toUrl(archive + 1) }),
    };
  };
  return {
    id: toPermanentId(address),
    title: toFeedTitle(followed),
    description,
    language: site.language,
    url: toAbsoluteUrl(address),
    isArchive: archive !== undefined,
    updated: toNewest(entries.map(({ updated }) => +updated)),
    entries,
    links: {
      rss: toLinks("rss"),
      atom: toLinks("atom"),
      json: toLinks("json"),
    },
  };
}
