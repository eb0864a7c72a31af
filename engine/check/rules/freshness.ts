import { readArticleDate, readNow } from "#model/dates.ts";
import { toDaysLeft } from "#model/freshness.ts";
import type { Finding } from "#files/finding.ts";
import type { ContentFile } from "#files/content.ts";
import { atField, toDate, type Rule } from "#check/rule.ts";

const day = 24 * 60 * 60 * 1000;
/** How many days before a deadline there is a reminder. */
export const notice = 30;
const longest = 365 * day;

export const freshnessRule: Rule = {
  errors: {
    "article/superseded-loop": "Articles do not replace each other in a loop.",
  },
  reminders: {
    "article/review-due": `reviewBy is more than ${notice} days away.`,
    "article/source-age": "Every source was checked within the last year.",
  },
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

/** "today", "in a day" or "in 12 days" */
export const toCountdown = (days: number): string =>
  days === 0 ? "today" : days === 1 ? "in a day" : `in ${days} days`;

function checkReview(source: ContentFile, now: Date): Finding[] {
  const { reviewBy, supersededBy } = source.data;
  const due = toDate(reviewBy);
  const days = due ? toDaysLeft(due, now) : Infinity;
  // Replaced articles need no review.
  if (supersededBy || days > notice) return [];
  return [
    atField(source, ["reviewBy"], {
      problem:
        days < 0
          ? `The facts were due for a check by ${reviewBy}.`
          : `The facts are due for a check by ${reviewBy}, ${toCountdown(days)}.`,
      remedy:
        "Check them, then set reviewedDate to today and reviewBy to the next due date.",
      rule: "article/review-due",
    }),
  ];
}

const checkSources = (source: ContentFile, now: Date): Finding[] =>
  (Array.isArray(source.data.sources) ? source.data.sources : []).flatMap(
    (one: { checked?: unknown } | null, index) => {
      const checked = toDate(one?.checked)?.time ?? Infinity;
      return now.getTime() - checked <= longest
        ? []
        : atField(source, ["sources", index, "checked"], {
            problem: `The source was last checked on ${readArticleDate(String(one?.checked)).day}, more than a year ago.`,
            remedy:
              "Open it, correct anything that has changed, and update the date.",
            rule: "article/source-age",
          });
    },
  );

/** Reports each loop once, at its alphabetically first article. Visits every article once. */
function checkLoops(articles: ContentFile[]): Finding[] {
  const bySlug = new Map(articles.map((source) => [source.id, source]));
  const followed = new Set<string>();
  return articles.flatMap((begin): Finding[] => {
    const path: string[] = [];
    let slug: unknown = begin.id;
    while (typeof slug === "string" && !followed.has(slug)) {
      path.push(slug);
      followed.add(slug);
      slug = bySlug.get(slug)?.data.supersededBy;
    }
    const start = path.indexOf(slug as string);
    const loop = start < 0 ? [] : path.slice(start);
    const first = loop.toSorted()[0] ?? "";
    const source = bySlug.get(first);
    // An article that names itself is reported by article/reference.
    if (!source || loop.length < 2) return [];
    const at = loop.indexOf(first);
    return [
      atField(source, ["supersededBy"], {
        problem: `The articles replace each other: ${[...loop.slice(at), ...loop.slice(0, at), first].join(" → ")}.`,
        remedy: "Remove the field from the article that is up to date.",
        rule: "article/superseded-loop",
      }),
    ];
  });
}
