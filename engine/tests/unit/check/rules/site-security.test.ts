import { expect, test } from "vitest";
import { checkExpiry } from "#check/rules/site.ts";
import { words } from "#check/rules.ts";

const now = new Date("2026-06-15T12:00:00Z");

test.each(["2026-07-16", "2027-06-15"])(
  "there is no reminder of a security.txt that expires on %s, more than 30 days ahead",
  (expires) => expect(checkExpiry(expires, now)).toEqual([]),
);

test.each([
  ["2026-07-15", "security.txt expires on 2026-07-15, in 30 days."],
  ["2026-06-16", "security.txt expires on 2026-06-16, in a day."],
  ["2026-06-15", "security.txt expires on 2026-06-15, today."],
  ["2026-06-14", "security.txt expired on 2026-06-14."],
])("the owner is reminded of one that expires on %s", (expires, problem) =>
  expect(checkExpiry(expires, now)).toMatchObject([{ problem }]),
);

test("an expiring security.txt does not stop a build", () =>
  expect(words.find(({ name }) => name === "site/security")?.severity).toBe(
    "reminder",
  ));
