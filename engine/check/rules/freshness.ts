import {
  readArticleDate,
  readNow,
  toArticleDate,
  type ArticleDate,
} from "#model/dates.ts";
import { toDaysLeft } from "#model/freshness.ts";
import type { Finding } from "#files/finding.ts";
import type { ContentFile } from "#files/content.ts";
import type { Rule } from "#check/rule.ts";

const day = 24 * 60 * 60 * 1000;
/** How many days before a review is due the writer is reminded. */
const notice = 30;
/** How long a source may go unchecked. */
const longest = 365 * day;

export const freshnessRule: Rule = {
  words: [
    {
      name: "article/review-due",
      severity: "reminder",
      about: "reviewBy is more than 30 days away.",
    },
    {
      name: "article/source-age",
      severity: "reminder",
      about: "Every source was checked within the last year.",
    },
    {
      name: "article/superseded-loop",
      severity: "error",
      about: "Articles do not replace each other in a circle.",
    },
  ],
  check: ({ collections: { articles } }) => {
    const now = readNow();
    return [
      ...articles.flatMap((source) => [
        ...checkReview(source, now),
        ...checkSources(source, now),
      ]),
      ...checkLoops(articles),
    ];
  },
};

const dateOf = (value: unknown): ArticleDate | undefined => {
  const date = typeof value === "string" ? toArticleDate(value) : undefined;
  return typeof date === "object" ? date : undefined;
};

function checkReview(source: ContentFile, now: Date): Finding[] {
  const { reviewBy, supersededBy } = source.data;
  const due = dateOf(reviewBy);
  // Replaced articles need no review.
  if (!due || supersededBy) return [];
  const days = toDaysLeft(due, now);
  if (days > notice) return [];
  return [
    {
      file: source.file,
      ...source.placeOf(["reviewBy"]),
      field: "reviewBy",
      problem:
        days < 0
          ? `The facts were due for a check by ${reviewBy}.`
          : `The facts are due for a check by ${reviewBy}, ${days === 0 ? "today" : days === 1 ? "in a day" : `in ${days} days`}.`,
      remedy:
        "Check them, then set reviewedDate to today and reviewBy to the next due date.",
      rule: "article/review-due",
    },
  ];
}

const checkSources = (source: ContentFile, now: Date): Finding[] =>
  (Array.isArray(source.data.sources) ? source.data.sources : []).flatMap(
    (one: { checked?: unknown } | null, index): Finding[] => {
      const checked = dateOf(one?.checked)?.time;
      return checked === undefined || now.getTime() - checked <= longest
        ? []
        : [
            {
              file: source.file,
              ...source.placeOf(["sources", index, "checked"]),
              field: `sources[${index + 1}].checked`,
              problem: `The source was last checked on ${readArticleDate(String(one?.checked)).day}, more than a year ago.`,
              remedy:
                "Open it, correct anything that has changed, and update the date.",
              rule: "article/source-age",
            },
          ];
    },
  );

/** Reports each loop once, at its alphabetically first article. Visits every article once. */
function checkLoops(articles: ContentFile[]): Finding[] {
  const bySlug = new Map(articles.map((source) => [source.id, source]));
  const followed = new Set<string>();
  return articles.flatMap((begin): Finding[] => {
    const path = new Set<string>();
    let slug: unknown = begin.id;
    while (typeof slug === "string" && !followed.has(slug) && !path.has(slug)) {
      path.add(slug);
      slug = bySlug.get(slug)?.data.supersededBy;
    }
    for (const one of path) followed.add(one);
    if (typeof slug !== "string" || !path.has(slug)) return [];
    const loop = [...path].slice([...path].indexOf(slug));
    const [first = ""] = loop.toSorted();
    const source = bySlug.get(first);
    // An article that names itself is reported by article/reference.
    if (!source || loop.length < 2) return [];
    const turned = [
      ...loop.slice(loop.indexOf(first)),
      ...loop.slice(0, loop.indexOf(first)),
    ];
    return [
      {
        file: source.file,
        ...source.placeOf(["supersededBy"]),
        field: "supersededBy",
        problem: `The articles replace each other: ${[...turned, first].join(" → ")}.`,
        remedy: "Remove the field from the article that is up to date.",
        rule: "article/superseded-loop",
      },
    ];
  });
}
