import { readArticleDate, readNow } from "#model/dates.ts";
import { toDaysLeft } from "#model/freshness.ts";
import type { Rule } from "#check/rule.ts";
import { readPlaces, siteFile } from "#site-source.ts";

/** How many days before security.txt expires the owner is reminded. */
const notice = 30;

export const siteSecurityRule: Rule = {
  words: [
    {
      name: "site/security",
      severity: "reminder",
      about: "security.txt, if there is one, is valid for more than 30 days.",
    },
  ],
  check: async ({ root, site }) => {
    const problem = site.security && toExpiry(site.security.expires, readNow());
    if (!problem) return [];
    return [
      {
        file: siteFile,
        ...(await readPlaces(root))(["security", "expires"]),
        field: "security.expires",
        problem,
        remedy:
          "Check that it is still correct, then write a date within a year.",
        rule: "site/security",
      },
    ];
  },
};

/** The problem with a security.txt that expires soon or has expired, or undefined. */
export function toExpiry(expires: string, now: Date): string | undefined {
  const days = toDaysLeft(readArticleDate(expires), now);
  if (days > notice) return undefined;
  if (days < 0) return `security.txt expired on ${expires}.`;
  return `security.txt expires on ${expires}, ${days === 0 ? "today" : days === 1 ? "in a day" : `in ${days} days`}.`;
}
