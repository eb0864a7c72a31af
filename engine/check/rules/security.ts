import { readNow, toArticleDate } from "#model/dates.ts";
import { toDaysLeft } from "#model/freshness.ts";
import type { Finding } from "#files/finding.ts";
import { site } from "#site.ts";
import type { Rule } from "#check/rule.ts";

/** How many days before security.txt runs out its owner hears of it. */
const notice = 30;

export const securityRule: Rule = {
  words: [
    {
      name: "site/security",
      severity: "reminder",
      about:
        "What src/site.ts says of security.txt: its contact can be used, and its last day is more than 30 days ahead.",
    },
  ],
  check: () => checkSecurity(site.security, readNow()),
};

/** What RFC 9116 lets a contact be, but for a telephone. */
const contactForm = /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*)$/;

export function checkSecurity(
  { contact, expires }: { contact?: string | undefined; expires: string },
  now: Date,
): Finding[] {
  const toFinding = (
    field: string,
    said: Pick<Finding, "problem" | "remedy" | "severity">,
  ): Finding => ({
    file: "src/site.ts",
    line: 1,
    column: 1,
    field: `security.${field}`,
    rule: "site/security",
    ...said,
  });
  const found: Finding[] = [];
  if (contact !== undefined && !contactForm.test(contact))
    found.push(
      toFinding("contact", {
        problem: `"${contact}" is not an address that security.txt may name.`,
        remedy:
          "Write mailto: and an email address, or a web address with https://.",
        severity: "error",
      }),
    );
  const day = toArticleDate(expires);
  const days = typeof day === "string" ? undefined : toDaysLeft(day, now);
  if (days === undefined)
    found.push(
      toFinding("expires", {
        problem: `${expires} is not a day in the calendar.`,
        remedy: "Write a day like 2026-02-28, at most a year ahead.",
        severity: "error",
      }),
    );
  else if (days <= notice)
    found.push(
      toFinding("expires", {
        problem:
          days < 0
            ? `Nobody trusts security.txt any more: it ran out on ${expires}.`
            : `security.txt runs out on ${expires}, ${days === 0 ? "today" : days === 1 ? "in a day" : `in ${days} days`}.`,
        remedy:
          "See that what it says still holds, then write a day within a year.",
      }),
    );
  return found;
}
