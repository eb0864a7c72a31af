import type { Article } from "#model/article.ts";
import { formatDay } from "#model/dates.ts";

/**
 * Pagefind's attributes for the element around an article's text: they mark the text to index, and hold the data that
 * results show and filters use. Title and description are marked on the page with `data-pagefind-meta`.
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
  // For several values on one element Pagefind needs one attribute each.
  const values = {
    "data-category": category.slug,
    ...Object.fromEntries(
      tags.map(({ slug }, index) => [`data-tag-${index}`, slug]),
    ),
  };
  const meta = {
    // As one word, since Pagefind searches these too: "2026" is worth finding, "05" is not.
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

/** The attributes for the element around an own entry's text; results show its kicker instead of a category and a date. */
export const toEntrySearchAttributes = ({
  kicker = "",
}: {
  kicker?: string | undefined;
}): Record<`data-${string}`, string> => ({
  "data-pagefind-body": "",
  "data-pagefind-meta": "kind[data-kind]",
  "data-kind": kicker,
});

/** `tag[data-tag-0], tag[data-tag-1]`: the name of each value and its attribute. */
const toNames = (values: Record<string, string>): string =>
  Object.keys(values)
    .map((name) => `${name.split("-")[1]}[${name}]`)
    .join(", ");
