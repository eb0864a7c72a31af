import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { audit as auditFolder } from "#audit/checks.ts";
import { toLines } from "#cli/audit.ts";

/** The fixtures' articles share a description. */
const expected = "page/same-description";

const audit = (root: string): string[] => {
  const { site, findings } = auditFolder(join(root, "dist"), root);
  expect(site.indexed.length).toBeGreaterThan(50);
  return toLines(findings.filter(({ rule }) => rule !== expected));
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
