import type { ArticleDate } from "./dates.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * Whole days until the facts of an article are due for checking: 0 on the day itself, negative when it has passed.
 * A day without a time lasts until its midnight, UTC.
 */
export const toDaysLeft = (reviewBy: ArticleDate, now: Date): number =>
  Math.ceil((reviewBy.time - now.getTime()) / day) || 0;

/** Whether the day on which an article's facts were to be checked has passed. What was replaced is never checked. */
export const isOverdue = (
  reviewBy: ArticleDate | undefined,
  supersededBy: string | undefined,
  now: Date,
): boolean =>
  reviewBy !== undefined && !supersededBy && toDaysLeft(reviewBy, now) < 0;

/** Whether no other article has replaced it, of those in the library. */
export const isCurrent = ({
  supersededBy,
}: {
  supersededBy?: string | undefined;
}): boolean => !supersededBy;

/**
 * The articles, each superseded by the last of those that came after it, or by none as long as its successor is not
 * among them: readers are never told of what is not out.
 */
export function followSuccessors<
  T extends { slug: string; supersededBy?: string | undefined },
>(articles: T[]): T[] {
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  return articles.map((article) => {
    // While somebody writes, articles may replace each other in a circle.
    const passed = new Set([article.slug]);
    let last: string | undefined;
    let next = article.supersededBy;
    while (next !== undefined && bySlug.has(next) && !passed.has(next)) {
      passed.add((last = next));
      next = bySlug.get(next)?.supersededBy;
    }
    return last === article.supersededBy
      ? article
      : { ...article, supersededBy: last };
  });
}
