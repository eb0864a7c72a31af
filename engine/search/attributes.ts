import type { Article } from "#model/article.ts";
import { formatDay } from "#model/dates.ts";

/**
 * What the element around an article's own text says to Pagefind: that this is the text to search, and the data a result
 * shows and is filtered by. Title and description are where they stand on the page, by `data-pagefind-meta`.
 */
export function toSearchAttributes({
  state,
  pubDate,
  category,
  tags,
}: Pick<Article, "state" | "pubDate" | "category" | "tags">): Record<
  `data-${string}`,
  string
> {
  // Pagefind takes several values from one element only by the names of its attributes.
  const values = {
    "data-category": category.slug,
    ...Object.fromEntries(
      tags.map(({ slug }, index) => [`data-tag-${index}`, slug]),
    ),
  };
  const meta = {
    // In one piece, since Pagefind finds by these too: "2026" is worth finding, "05" is not.
    "data-day": pubDate.day.replaceAll("-", ""),
    ...(state === "draft" && { "data-state": "Draft" }),
    ...(state === "scheduled" && {
      "data-state": `Scheduled for ${formatDay(pubDate)}`,
    }),
  };
  return {
    "data-pagefind-body": "",
    "data-pagefind-filter": toNames(values),
    "data-pagefind-meta": toNames(meta),
    "data-pagefind-sort": `time:${pubDate.time}`,
    ...values,
    ...meta,
  };
}

/** `tag[data-tag-0], tag[data-tag-1]`: what each value is, and the attribute it is in. */
const toNames = (values: Record<string, string>): string =>
  Object.keys(values)
    .map((name) => `${name.split("-")[1]}[${name}]`)
    .join(", ");
