import type { Finding } from "#files/finding.ts";
import { data } from "./checks/data.ts";
import { feeds } from "./checks/feeds.ts";
import { head } from "./checks/head.ts";
import { leaks } from "./checks/leaks.ts";
import { links } from "./checks/links.ts";
import { orphans } from "./checks/orphans.ts";
import { policy } from "./checks/policy.ts";
import { redirects } from "./checks/redirects.ts";
import { sitemap } from "./checks/sitemap.ts";
import { weight } from "./checks/weight.ts";
import { rules } from "./rules.ts";
import type { Check, Problem, Site } from "./site.ts";

/** Every check, each in a file of its own. */
const checks: Check[] = [
  ({ problems }) => problems,
  links,
  head,
  orphans,
  redirects,
  sitemap,
  feeds,
  data,
  policy,
  leaks,
  weight,
];

/** All problems of a site with their places: errors first, then by file. */
export function auditSite(site: Site): Finding[] {
  const problems = checks.flatMap((check) => [...check(site)]);
  return [...Map.groupBy(problems, ([file]) => file)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, same]) => {
      const text = same.some(([, , , at]) => at)
        ? site.read(file).toString()
        : "";
      return same
        .map((problem) => toFinding(problem, text))
        .sort((a, b) => a.line - b.line);
    })
    .sort(
      (a, b) =>
        Number(a.severity === "warning") - Number(b.severity === "warning"),
    );
}

/** @throws an Error for a rule that is not in the table */
function toFinding([file, name, problem, at]: Problem, text: string): Finding {
  const rule = rules.get(name);
  if (!rule) throw new Error(`There is no description of ${name}`);
  const { severity, remedy } = rule;
  return { file, ...toPlace(text, at), problem, remedy, rule: name, severity };
}

/** The place of an attribute's value or of other text; the file's start if it is written differently there. */
function toPlace(text: string, at = "") {
  const escaped = at.replaceAll("&", "&amp;");
  const found = [`="${at}"`, `="${escaped}"`, at, escaped]
    .map((value) => (at ? text.indexOf(value) : -1))
    .find((index) => index >= 0);
  const before = text.slice(0, found ?? 0);
  return {
    line: before.split("\n").length,
    column: before.length - before.lastIndexOf("\n"),
  };
}
