import { expect, test } from "vitest";
import { readArticleDate } from "#model/dates.ts";
import { toHumans, toSecurity } from "#seo/plain-texts.ts";
import { printedBy } from "../run-node.ts";

test("humans.txt names who writes, by the names on their pages, and the newest change", () => {
  const text = toHumans(
    [{ title: "A & B", address: "/authors/a-b/" }],
    readArticleDate("2026-03-04"),
  );
  expect(text).toContain("A & B: https://saucepan.example/authors/a-b/\n");
  expect(text).toContain("Last update: 2026-03-04\n");
  expect(toHumans([], undefined)).not.toContain("Last update");
});

test("security.txt leads to the page about corrections until there is an address to write to", () => {
  expect(toSecurity({ contact: undefined, expires: "2027-03-04" })).toBe(
    `Contact: https://saucepan.example/corrections/
Expires: 2027-03-04T00:00:00.000Z
Preferred-Languages: en
Canonical: https://saucepan.example/.well-known/security.txt
Policy: https://saucepan.example/corrections/
`,
  );
  expect(
    toSecurity({ contact: "mailto:a@example.org", expires: "2027-03-04" }),
  ).toMatch(/^Contact: mailto:a@example\.org\n/);
});

test("what it says of the site holds below a base path too", () => {
  expect(
    printedBy(
      `import { toSecurity } from "gatepost/seo/plain-texts.ts"; console.log(toSecurity());`,
      { SITE_BASE: "/journal/" },
    ),
  ).toContain(
    "Canonical: https://saucepan.example/journal/.well-known/security.txt",
  );
});
