import type { Article } from "#articles/article.ts";
import { formatDay } from "#articles/dates.ts";

/**
 * What the element around an article's own text says to Pagefind: that this is the text to search, and the data a result
 * shows and is filtered by. Title and description are where they stand on the page, by `data-pagefind-meta`.
 */
export function toSearchAttributes(
  article: Pick<Article, "state" | "pubDate" | "category" | "tags">,
): Record<`data-pagefind-${string}`, string> {
  const { state, pubDate, category, tags } = article;
  const meta = [
    // In one piece, since Pagefind finds by these too: "2026" is worth finding, "05" is not.
    `day:${pubDate.day.replaceAll("-", "")}`,
    ...(state === "draft" ? ["state:Draft"] : []),
    ...(state === "scheduled"
      ? [`state:Scheduled for ${formatDay(pubDate)}`]
      : []),
  ];
  return {
    "data-pagefind-body": "",
    "data-pagefind-meta": meta.join(", "),
    "data-pagefind-filter": [
      `category:${category.slug}`,
      ...tags.map(({ slug }) => `tag:${slug}`),
    ].join(", "),
    "data-pagefind-sort": `time:${pubDate.time}`,
  };
}
