import type { Article, Topic } from "./article.ts";
import { addresses } from "#urls.ts";

/**
 * Articles for pages outside all lists: they refer only to topics that have pages.
 * @param topics those with pages
 */
export function toApart(
  articles: readonly Article[],
  topics: readonly Topic[],
): Article[] {
  const known = new Set(topics.map(({ address }) => address));
  const has = ({ address }: Topic) => known.has(address);
  return articles.map(({ category, tags, authors, series, ...article }) => ({
    ...article,
    category: has(category)
      ? category
      : { ...category, address: addresses.topics },
    tags: tags.filter(has),
    authors: authors.map((author) =>
      has(author) ? author : { ...author, address: addresses.home },
    ),
    series: series && has(series.topic) ? series : undefined,
  }));
}
