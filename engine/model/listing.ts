import { site } from "#site.ts";
import { toPageAddress } from "#urls.ts";
import { toModified, type Article, type Topic } from "./article.ts";
import { compareDates, type ArticleDate } from "./dates.ts";

export type ListingPage = ReturnType<typeof toListingPages>[number];

/** Splits a list into pages. An empty list gives one empty page. */
export function toListingPages(listing: string, articles: Article[]) {
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
export const toPageParam = ({ listing, number }: ListingPage) =>
  toPageAddress(listing, number).slice(listing.length, -1) || undefined;

export const toLead = (articles: readonly Article[]): Article | undefined =>
  articles.find(({ featured }) => featured) ?? articles[0];

export const newestChange = (articles: readonly Article[]) =>
  articles
    .map(toModified)
    .reduce<ArticleDate | undefined>(
      (newest, date) =>
        newest && compareDates(newest, date) >= 0 ? newest : date,
      undefined,
    );
