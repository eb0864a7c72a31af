import type { ArticleDate } from "./dates.ts";

const day = 24 * 60 * 60 * 1000;

/** Whole days until facts are due for review: 0 on the day, then negative. A day ends at midnight UTC. */
export const toDaysLeft = (reviewBy: ArticleDate, now: Date): number =>
  Math.ceil((reviewBy.time - now.getTime()) / day) || 0;

export const isOverdue = (
  reviewBy: ArticleDate | undefined,
  supersededBy: string | undefined,
  now: Date,
) => reviewBy !== undefined && !supersededBy && toDaysLeft(reviewBy, now) < 0;

/** Whether no article in the library supersedes this one. */
export const isCurrent = ({
  supersededBy,
}: {
  supersededBy?: string | undefined;
}): boolean => !supersededBy;

/**
 * Resolves each article's `supersededBy` to the last of its successors, or to none.
 * @param successors the articles that may be named as such
 */
export function followSuccessors<
  T extends { slug: string; supersededBy?: string | undefined },
>(articles: T[], successors: T[] = articles): T[] {
  const bySlug = new Map(successors.map((article) => [article.slug, article]));
  return articles.map((article) => {
    // In dev, articles may supersede each other in a circle.
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
