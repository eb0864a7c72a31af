import { readArticleDate } from "./dates.ts";

export type State = "published" | "draft" | "scheduled";

/** Whether readers may see an article. Nothing else decides this. */
export function toState(
  fields: { draft?: boolean | undefined; pubDate: string },
  now: Date,
): State {
  if (fields.draft) return "draft";
  return readArticleDate(fields.pubDate).time > now.getTime()
    ? "scheduled"
    : "published";
}
