import type { FollowedKind } from "#site-settings.ts";
import { site } from "#site.ts";
import type { Article } from "./article.ts";

/** What a reader can follow: the whole site, or what one topic gathers. */
export type Followed = {
  kind: FollowedKind;
  title: string;
  description: string;
  /** Of the page that lists it. `toFeedAddress` makes the addresses of its feeds from this. */
  address: string;
  /** Newest first; none only on a site on which nothing has appeared yet. */
  articles: Article[];
};

/** Whether as many articles make a feed: one that brings two things a year is not worth a subscription. */
export const hasFeed = (kind: FollowedKind, articles: number): boolean =>
  // Every page names the site's own, and whoever follows it before the first article gets that one.
  kind === "site" || articles >= (kind === "tag" ? site.articlesForTagFeed : 1);

/** What its feeds are called among those of other sites: "The Larder: Baking", "The Larder: articles by A & B". */
export const toFeedTitle = ({
  kind,
  title,
}: Pick<Followed, "kind" | "title">): string =>
  kind === "site"
    ? title
    : `${site.name}: ${kind === "author" ? "articles by " : ""}${title}`;

/** What a list of all that can be followed calls each kind. */
export const kindTitles: Record<FollowedKind, string> = {
  site: "Everything",
  category: "Categories",
  series: "Series",
  tag: "Tags",
  author: "Authors",
};
