import { readNow, toArticleDate } from "#articles/dates.ts";
import { toDaysLeft } from "#articles/freshness.ts";
import type { Finding } from "#articles/read.ts";
import { site } from "#site.ts";
import type { Rule } from "../rule.ts";

/** How many days before security.txt runs out its owner hears of it. */
const notice = 30;

export const securityRule: Rule = {
  words: [
    {
      name: "site/security",
      severity: "reminder",
      about:
        "The day from which nobody shall trust security.txt, in src/site.ts, is more than 30 days ahead.",
    },
  ],
  check: () => checkSecurity(site.security, readNow()),
};

export function checkSecurity(
  { expires }: { expires: string },
  now: Date,
): Finding[] {
  const finding = {
    file: "src/site.ts",
    line: 1,
    column: 1,
    field: "security.expires",
    rule: "site/security",
  };
  const day = toArticleDate(expires);
  if (typeof day === "string")
    return [
      {
        ...finding,
        problem: `${expires} is not a day in the calendar.`,
        remedy: "Write a day like 2026-02-28, at most a year ahead.",
        severity: "error",
      },
    ];
  const days = toDaysLeft(day, now);
  if (days > notice) return [];
  return [
    {
      ...finding,
      problem:
        days < 0
          ? `Nobody trusts security.txt any more: it ran out on ${expires}.`
          : `security.txt runs out on ${expires}, ${days === 0 ? "today" : days === 1 ? "in a day" : `in ${days} days`}.`,
      remedy:
        "See that what it says still holds, then write a day within a year.",
    },
  ];
}
