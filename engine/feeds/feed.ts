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

/** What a feed says of itself and brings, whatever its format. Every URL is absolute. */
export type Feed = {
  /** The same in all formats and in every page of the archive. */
  id: string;
  title: string;
  description: string;
  language: string;
  /** The page that lists the same articles. */
  url: string;
  /** Whether it is a page of the archive, not the newest articles. */
  isArchive: boolean;
  /** The newest change of what it brings: never the time of a build, so that a reader's cache holds. */
  updated: Date;
  /** Newest first. */
  entries: FeedEntry[];
  links: Record<FeedFormat, FeedLinks>;
};

/** Whose every feed is. */
export const publisher = {
  name: site.name,
  url: toAbsoluteUrl(addresses.home),
};
/** A small picture of the site, which RSS wants no wider than this, and a large one. */
export const icons = {
  small: { url: toAbsoluteUrl(addresses.icon("144")), size: 144 },
  large: toAbsoluteUrl(addresses.icon("512")),
};

/** The other documents of a feed, by the names that RFC 5005 and WebSub give their links. */
export type FeedLinks = {
  self: string;
  hub?: string;
  /** The newest articles, said by the pages of the archive. */
  current?: string;
  "prev-archive"?: string;
  "next-archive"?: string;
};

/**
 * How many pages the archive of a feed has (RFC 5005, section 4). A page is written once it is full and the feed itself
 * no longer brings all of it.
 */
export const countArchives = ({
  kind,
  articles,
}: Pick<Followed, "kind" | "articles">): number =>
  site.feedArchives.includes(kind)
    ? Math.max(0, Math.ceil(articles.length / site.articlesPerFeed) - 1)
    : 0;

/**
 * The newest of some moments, in milliseconds since 1970. Where nothing has appeared it is the day from which the name in
 * our ids is ours: formats ask for one, and the time of a build would change the bytes.
 */
export const toNewest = (times: number[]): Date =>
  new Date(
    times.length > 0
      ? Math.max(...times)
      : Date.parse(site.feedAuthority.split(",")[1] as string),
  );

/**
 * The newest articles of what is followed as a feed.
 * @param archive which page of its archive instead, from 1 for the oldest articles
 */
export async function toFeed(
  followed: Followed,
  toEntry: (article: Article) => Promise<FeedEntry>,
  archive?: number,
): Promise<Feed> {
  const { description, address, articles } = followed;
  // Counted from the oldest, so that what appears moves nothing from one page to another.
  const begin =
    archive === undefined
      ? 0
      : articles.length - archive * site.articlesPerFeed;
  const entries = await Promise.all(
    articles.slice(begin, begin + site.articlesPerFeed).map(toEntry),
  );
  const toLinks = (format: FeedFormat): FeedLinks => {
    const toUrl = (page?: number) =>
      toAbsoluteUrl(toFeedAddress(address, format, page));
    const last = countArchives(followed);
    const previous = archive === undefined ? last : archive - 1;
    return {
      self: toUrl(archive),
      ...(archive ? { current: toUrl() } : site.hub && { hub: site.hub }),
      ...(previous > 0 && { "prev-archive": toUrl(previous) }),
      ...(archive && archive < last && { "next-archive": toUrl(archive + 1) }),
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
