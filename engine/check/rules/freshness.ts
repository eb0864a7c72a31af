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
/** How many days before a review is due a writer hears of it. */
const notice = 30;
/** After how long a source is looked at again. */
const longest = 365 * day;

export const freshnessRule: Rule = {
  words: [
    {
      name: "article/review-due",
      severity: "reminder",
      about: "The day of reviewBy is more than 30 days ahead.",
    },
    {
      name: "article/source-age",
      severity: "reminder",
      about: "Every source was looked at within a year.",
    },
    {
      name: "article/superseded-loop",
      severity: "error",
      about: "An article that replaces another is not replaced by it in turn.",
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
  // Nobody reviews what another article has replaced.
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
          ? `The facts were to be checked by ${reviewBy}.`
          : `The facts are to be checked by ${reviewBy}, ${days === 0 ? "today" : days === 1 ? "in a day" : `in ${days} days`}.`,
      remedy:
        "Check them, then set reviewedDate to that day and reviewBy to the next one.",
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
              problem: `The source was last looked at on ${readArticleDate(String(one?.checked)).day}, more than a year ago.`,
              remedy:
                "Open it, correct what has changed, and write the day you looked.",
              rule: "article/source-age",
            },
          ];
    },
  );

/** Each loop is told once, at the article of it whose name comes first. Every article is followed once. */
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
    // One that names itself has words of its own.
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
        remedy: "Take the field out of the one that is up to date.",
        rule: "article/superseded-loop",
      },
    ];
  });
}
