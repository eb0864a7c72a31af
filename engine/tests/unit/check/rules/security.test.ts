import { expect, test } from "vitest";
import { toReport } from "#check/report.ts";
import { checkSecurity } from "#check/rules/security.ts";
import { words } from "#check/rules.ts";

const now = new Date("2026-06-15T12:00:00Z");
const problemsOf = (expires: string) =>
  checkSecurity({ expires }, now).map(({ problem, severity }) => [
    problem,
    severity,
  ]);

test.each(["2026-07-16", "2027-06-15"])(
  "nobody is reminded of a security.txt that runs out on %s, more than 30 days ahead",
  (expires) => expect(problemsOf(expires)).toEqual([]),
);

test.each([
  ["2026-07-15", "security.txt runs out on 2026-07-15, in 30 days."],
  ["2026-06-16", "security.txt runs out on 2026-06-16, in a day."],
  ["2026-06-15", "security.txt runs out on 2026-06-15, today."],
  [
    "2026-06-14",
    "Nobody trusts security.txt any more: it ran out on 2026-06-14.",
  ],
])("the owner is reminded of one that runs out on %s", (expires, problem) => {
  // What stops nothing has the rule's own weight.
  expect(problemsOf(expires)).toEqual([[problem, undefined]]);
});

test("a reminder stops no build and a day that is none does", () => {
  expect(words.find(({ name }) => name === "site/security")?.severity).toBe(
    "reminder",
  );
  expect(toReport(checkSecurity({ expires: "2026-02-30" }, now)))
    .toBe(`src/site.ts:1:1  security.expires
  2026-02-30 is not a day in the calendar.
  Write a day like 2026-02-28, at most a year ahead.            [site/security]

1 problem in 1 file.`);
});

test.each(["security@example.org", "http://example.org/", "mailto:", "a b"])(
  "a contact that no reader of security.txt could use stops the build: %s",
  (contact) => {
    const findings = checkSecurity({ expires: "2027-06-15", contact }, now);
    expect(findings).toMatchObject([
      { field: "security.contact", severity: "error" },
    ]);
    expect(toReport(findings))
      .toContain(`  "${contact}" is not an address that security.txt may name.
  Write mailto: and an email address, or a web address with https://.`);
  },
);

test.each([undefined, "mailto:security@example.org", "https://example.org/x"])(
  "a contact may be %s",
  (contact) =>
    expect(checkSecurity({ expires: "2027-06-15", contact }, now)).toEqual([]),
);
