import type { FollowedKind } from "#site-settings.ts";
import { site } from "#site.ts";
import { addresses, feedFormats, type FeedFormat } from "#urls.ts";
import type { Article } from "./article.ts";

/** A feed's subject: the whole site, or the articles of one topic. */
export type Followed = {
  kind: FollowedKind;
  title: string;
  description: string;
  /** The address of the page that lists them; `toFeedAddress` derives those of the feeds. */
  address: string;
  /** Newest first; empty only on a site without articles. */
  articles: Article[];
};

/** The feeds of the publication's own pages, which are routes of its own in every format. */
export const ownFeeds: Followed[] = site.ownPages.flatMap(
  ({ address, description, feed }) =>
    feed
      ? {
          kind: "site",
          title: `${site.name}: ${feed}`,
          description,
          address,
          articles: [],
        }
      : [],
);

export const topicAddresses = {
  category: addresses.category,
  series: addresses.series,
  tag: addresses.tag,
  author: addresses.author,
};

/** Whether this many articles are enough for a feed. The site always has one, because every page links to it. */
export const hasFeed = (kind: FollowedKind, articles: number): boolean =>
  kind === "site" || articles >= (kind === "tag" ? site.articlesForTagFeed : 1);

/** The formats of its feeds; the site's feed has all of them. */
export const toFormats = (kind: FollowedKind): readonly FeedFormat[] =>
  kind === "site" || site.atomAndJson.includes(kind) ? feedFormats : ["rss"];

/** A topic's title among those of other kinds: a category and a tag may have the same name. */
export const toTopicTitle = (title: string, kind?: FollowedKind): string =>
  kind === "tag" || kind === "series" ? `${title} (${kind})` : title;

/** The title of its feeds, which identifies them among other sites' feeds: "The Larder: articles by A & B". */
export const toFeedTitle = ({
  kind,
  title,
}: Pick<Followed, "kind" | "title">): string =>
  kind === "site"
    ? title
    : `${site.name}: ${kind === "author" ? "articles by " : ""}${toTopicTitle(title, kind)}`;

export const kindTitles: Record<FollowedKind, string> = {
  site: "Everything",
  category: "Categories",
  series: "Series",
  tag: "Tags",
  author: "Authors",
};
