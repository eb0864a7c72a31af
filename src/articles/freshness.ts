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
