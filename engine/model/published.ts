import { readArticleDate, toArticleDate } from "./dates.ts";

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

/** Whether readers can see an article; undefined if its date is invalid, which is reported elsewhere. */
export function stateOf(
  { data }: { data: Record<string, unknown> },
  now: Date,
): State | undefined {
  const { draft, pubDate } = data;
  return draft === true ||
    (typeof pubDate === "string" && typeof toArticleDate(pubDate) === "object")
    ? toState({ draft: draft === true, pubDate: String(pubDate) }, now)
    : undefined;
}
