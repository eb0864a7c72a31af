import { site } from "#site.ts";
import { toPageAddress } from "#urls.ts";
import { toModified, type Article, type Topic } from "./article.ts";
import { compareDates, type ArticleDate } from "./dates.ts";

export type ListingPage = {
  /** The address of the first page. */
  listing: string;
  /** Counted from 1. */
  number: number;
  last: number;
  total: number;
  articles: Article[];
};

/** Splits a list into pages. An empty list gives one empty page. */
export function toListingPages(
  listing: string,
  articles: Article[],
): ListingPage[] {
  const perPage = site.articlesPerPage;
  const last = Math.max(1, Math.ceil(articles.length / perPage));
  return Array.from({ length: last }, (_, index) => ({
    listing,
    number: index + 1,
    last,
    total: articles.length,
    articles: articles.slice(index * perPage, (index + 1) * perPage),
  }));
}

/** The paths of a route with [slug] and [...page]: every page of every topic. */
export const toTopicPaths = <T extends Topic>(
  topics: (T & { articles: Article[] })[],
) =>
  topics.flatMap(({ articles, ...topic }) =>
    toListingPages(topic.address, articles).map((page) => ({
      params: { slug: topic.slug, page: toPageParam(page) },
      props: { topic, page },
    })),
  );

/** The value of [...page]: undefined for the first page, else page/2. */
export const toPageParam = ({
  listing,
  number,
}: ListingPage): string | undefined =>
  toPageAddress(listing, number).slice(listing.length, -1) || undefined;

/** The lead of the home page: the newest featured article, or the newest. */
export const toLead = (articles: readonly Article[]): Article | undefined =>
  articles.find(({ featured }) => featured) ?? articles[0];

export const newestChange = (
  articles: readonly Article[],
): ArticleDate | undefined =>
  articles
    .map(toModified)
    .reduce<ArticleDate | undefined>(
      (newest, date) =>
        newest && compareDates(newest, date) >= 0 ? newest : date,
      undefined,
    );
