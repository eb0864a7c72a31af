import { top, type Finding } from "#files/finding.ts";
import { toPlacer } from "#text/body-tree.ts";
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
import { readSite } from "./read-site.ts";
import { rules, type Rule } from "./rules.ts";
import type { Report, Site } from "./site.ts";

const checks = [
  ...[links, head, orphans, redirects, sitemap],
  ...[feeds, data, policy, leaks, weight],
];

/** The places of this many problems of a file are looked up; the others are at its start. */
const mostPlaces = 500;

/** Reads a built directory and finds all problems: errors first, then by file. */
export function audit(
  folder: string,
  root: string,
  step?: (done: number, total: number) => void,
): { site: Site; findings: Finding[] } {
  const problems: Parameters<Report>[] = [];
  const report: Report = (...problem) => void problems.push(problem);
  const site = readSite(folder, root, report, step);
  for (const check of checks) check(site, report);
  const findings = [...Map.groupBy(problems, ([file]) => file)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, same]) => {
      const text = same.some(([, , at]) => at) ? site.readText(file) : "";
      const toPlace = toPlacer(text, top);
      return same
        .map(([, rule, ...words], index): Finding => {
          const { problem: form, ...others } = rules.get(rule) as Rule;
          const at = index < mostPlaces ? words[0] : undefined;
          const place = at ? toPlace(findOffset(text, `${at}`)) : top;
          const problem = form.replace(/\$(\d)/g, (_, n) => `${words[n - 1]}`);
          return { file, ...place, problem, ...others, rule };
        })
        .sort((a, b) => a.line - b.line);
    })
    .sort(
      (a, b) =>
        Number(a.severity === "warning") - Number(b.severity === "warning"),
    );
  return { site, findings };
}

/** The offset of an attribute's value or of other text; 0 if it is written differently there. */
function findOffset(text: string, at: string): number {
  const escaped = at.replaceAll("&", "&amp;");
  const [found = 0] = [`="${at}"`, `="${escaped}"`, at, escaped]
    .map((value) => text.indexOf(value))
    .filter((index) => index >= 0);
  return found;
}
