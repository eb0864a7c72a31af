import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { auditSite } from "#audit/checks.ts";
import { readSite } from "#audit/read-site.ts";
import { toLines } from "#cli/audit.ts";

/** The fixtures' articles share a description, and the stand-in for a newsletter's provider is on this machine. */
const expected = ["page/same-description", "links/local"];

const audit = (root: string): string[] => {
  const site = readSite(join(root, "dist"), root);
  expect(site.indexed.length).toBeGreaterThan(50);
  return toLines(
    auditSite(site).filter(({ rule }) => !expected.includes(rule)),
  );
};

test("the audit finds nothing wrong with the fixture site", () => {
  expect(audit(inject("site"))).toEqual([]);
});

test("nor with a site below a path, but for a component that no policy allows", () => {
  const lines = audit(inject("journal").root);
  const isOdd = (line: string) => line.startsWith("articles/odd-in-mdx/");
  expect(lines.filter((line) => !isOdd(line))).toEqual([]);
  expect(lines.some(isOdd)).toBe(true);
});
