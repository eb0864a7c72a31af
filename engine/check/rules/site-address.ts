import type { Finding } from "#files/finding.ts";
import { site } from "#site.ts";
import type { Rule } from "#check/rule.ts";

export const siteAddressRule: Rule = {
  words: [
    {
      name: "site/address",
      severity: "error",
      about:
        "The address in src/site.ts is a scheme and a host, and feedAuthority a name and the day it was held on.",
    },
  ],
  check: () => checkAddresses(site),
};

/** `example.org,2026-11-22`, as RFC 4151 has it; an address of email will do, and a year alone. */
const authority =
  /^(?:[\w.-]+@)?[a-z\d](?:[a-z\d.-]*[a-z\d])?,\d{4}(?:-\d\d){0,2}$/;

export function checkAddresses({
  address,
  feedAuthority,
}: {
  address: string;
  feedAuthority: string;
}): Finding[] {
  const findings: Finding[] = [];
  const add = (field: string, problem: string, remedy: string) =>
    findings.push({
      file: "src/site.ts",
      line: 1,
      column: 1,
      field,
      rule: "site/address",
      problem,
      remedy,
    });
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol))
    add(
      "address",
      `"${address}" is no address of a site.`,
      "Write it in full, like https://example.org.",
    );
  else if (url.href !== `${url.origin}/`)
    add(
      "address",
      `"${address}" has more than a scheme and a host in it.`,
      `Write ${url.origin}, and the path as base.`,
    );
  if (!authority.test(feedAuthority))
    add(
      "feedAuthority",
      `"${feedAuthority}" cannot stand in ids that are to last.`,
      "Write a name you hold and a day on which you held it, like example.org,2026.",
    );
  return findings;
}
