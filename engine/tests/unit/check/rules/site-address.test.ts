import { expect, test } from "vitest";
import { toReport } from "#check/report.ts";
import { checkAddresses } from "#check/rules/site-address.ts";
import { makeContent } from "../../../support/fixture.ts";
import { runCommand } from "../../../support/run-command.ts";

const feedAuthority = "example.org,2026";

test.each([
  ["https://example.org", feedAuthority],
  ["https://example.org/", "example.org,2026-11"],
  ["http://localhost:4321", "someone@example.org,2026-11-22"],
])("%s is an address and %s an authority", (address, feedAuthority) =>
  expect(checkAddresses({ address, feedAuthority })).toEqual([]),
);

test.each([
  ["", '"" is no address of a site.'],
  ["example.org", '"example.org" is no address of a site.'],
  ["ftp://example.org", '"ftp://example.org" is no address of a site.'],
  ["https://example.org/journal", "has more than a scheme and a host in it."],
  ["https://example.org/?a", "has more than a scheme and a host in it."],
])("the address %s stops a build", (address, problem) => {
  const report = toReport(checkAddresses({ address, feedAuthority }));
  expect(report).toMatch(/^src\/site\.ts:1:1 {2}address\n/);
  expect(report).toContain(problem);
});

test("what else stands in the address belongs into base", () =>
  expect(
    toReport(
      checkAddresses({ address: "https://example.org/journal", feedAuthority }),
    ),
  ).toContain("Write https://example.org, and the path as base."));

test.each(["example.org", "https://example.org,2026", "Example.org,26", ""])(
  "%s cannot stand in ids that are to last",
  (feedAuthority) =>
    expect(
      checkAddresses({ address: "https://example.org", feedAuthority }),
    ).toMatchObject([
      {
        field: "feedAuthority",
        remedy:
          "Write a name you hold and a day on which you held it, like example.org,2026.",
      },
    ]),
);

test("check says so of an address that no link can be read against, and nothing of links", async () => {
  const { code, out, err } = await runCommand(makeContent([]), "check", [], {
    SITE_ADDRESS: "example.org",
  });
  expect(code).toBe(1);
  expect(out + err).toContain('"example.org" is no address of a site.');
  expect(out + err).not.toMatch(/^\s+at /m);
});
