import { readArticleDate, readNow } from "#model/dates.ts";
import { toDaysLeft } from "#model/freshness.ts";
import type { Rule } from "#check/rule.ts";
import { readPlaces, siteFile } from "#site-source.ts";

/** How many days before security.txt expires its owner is reminded. */
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
          "Check that what it says still holds, then write a day within a year.",
        rule: "site/security",
      },
    ];
  },
};

/** What to tell the owner of a security.txt that expires soon, or has; undefined when there is time. */
export function toExpiry(expires: string, now: Date): string | undefined {
  const days = toDaysLeft(readArticleDate(expires), now);
  if (days > notice) return undefined;
  if (days < 0)
    return `security.txt expired on ${expires}: nobody trusts it any more.`;
  return `security.txt expires on ${expires}, ${days === 0 ? "today" : days === 1 ? "in a day" : `in ${days} days`}.`;
}
