import { expect, test } from "vitest";
import { readArticleDate } from "#model/dates.ts";
import { toHumans, toSecurity } from "#seo/plain-texts.ts";
import { printedBy } from "../run-node.ts";

test("humans.txt names the authors, the newest change and where to report mistakes", () => {
  const text = toHumans(
    [{ title: "A & B", address: "/authors/a-b/" }],
    readArticleDate("2026-03-04"),
    "/corrections/",
  );
  expect(text).toContain("A & B: https://saucepan.example/authors/a-b/\n");
  expect(text).toContain("Last update: 2026-03-04\n");
  expect(text).toContain("Mistakes: https://saucepan.example/corrections/\n");
  const short = toHumans([], undefined, undefined);
  expect(short).not.toContain("Last update");
  expect(short).not.toContain("Mistakes");
  expect(short).not.toContain("WRITTEN BY");
});

const expires = "2027-03-04";
const [all, none] = [() => true, () => false];

test("security.txt names the page about corrections if the settings have no contact", () => {
  expect(toSecurity(all, { expires })).toBe(
    `Contact: https://saucepan.example/corrections/
Expires: 2027-03-04T00:00:00.000Z
Preferred-Languages: en
Canonical: https://saucepan.example/.well-known/security.txt
Policy: https://saucepan.example/corrections/
`,
  );
});

test("security.txt names only pages that exist; without a contact there is no file", () => {
  const contact = "mailto:a@example.org";
  const text = toSecurity(none, { contact, expires });
  expect(text).toMatch(/^Contact: mailto:a@example\.org\n/);
  expect(text).not.toContain("/corrections/");
  expect(toSecurity(none, { expires })).toBeUndefined();
});

test("addresses in it have the base path", () => {
  expect(
    printedBy(
      `import { toSecurity } from "gatepost/seo/plain-texts.ts"; console.log(toSecurity(() => true));`,
      { SITE_BASE: "/journal/" },
    ),
  ).toContain(
    "Canonical: https://saucepan.example/journal/.well-known/security.txt",
  );
});
