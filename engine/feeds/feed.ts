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
  /** The page that lists the same articles. */
  url: string;
  /** Whether it is a page of an archive, not the newest articles. */
  isArchive: boolean;
  /** The newest change of an entry, never the time of a build: unchanged feeds keep their bytes. */
  updated: Date;
  /** Newest first. */
  entries: FeedEntry[];
  links: Record<FeedFormat, FeedLinks>;
};

/** The publisher named in every feed. */
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

const hasArchive = (kind: Followed["kind"]) => site.feedArchives.includes(kind);

/**
 * How many pages the archive of a feed has (RFC 5005, section 4). A page is written once it is full and the feed itself
 * no longer has all of its articles.
 */
export const countArchives = ({
  kind,
  articles,
}: Pick<Followed, "kind" | "articles">): number =>
  hasArchive(kind)
    ? Math.max(0, Math.ceil(articles.length / site.articlesPerFeed) - 1)
    : 0;

/**
 * The newest of some times, in milliseconds since 1970. Without any it is the day in `feedAuthority`: formats require a
 * date, and the time of the build would change the bytes.
 */
export const toNewest = (times: number[]): Date =>
  new Date(
    times.length > 0
      ? Math.max(...times)
      : Date.parse(site.feedAuthority.split(",")[1] as string),
  );

/**
 * A feed of the newest articles.
 * @param archive the number of a page of its archive instead, from 1 for the oldest articles
 */
export async function toFeed(
  followed: Followed,
  toEntry: (article: Article) => Promise<FeedEntry>,
  archive?: number,
): Promise<Feed> {
  const { kind, description, address, articles } = followed;
  const count =
    kind === "site" || hasArchive(kind)
      ? site.articlesPerFeed
      : Math.min(site.articlesPerFeed, perTopicFeed);
  // Counted from the oldest, so that a new article moves none from one page to another.
  const begin = archive === undefined ? 0 : articles.length - archive * count;
  const entries = await Promise.all(
    articles.slice(begin, begin + count).map(toEntry),
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
