import type { Check, Report, Site } from "../site.ts";

const isPattern = /[*]|\/:/;

export const redirects: Check = (site, report) => {
  for (const { file, refresh } of site.pages.values())
    if (refresh !== undefined)
      follow(site, report, file, site.toUrl(file), refresh);
  const file = "_redirects";
  for (const { from, to, status } of site.redirects) {
    const start = site.toAddress(from, file);
    if (!start || isPattern.test(from) || !/^30/.test(status)) continue;
    follow(site, report, file, start, to);
    const hidden = site.find(from);
    if (hidden?.file && !hidden.redirect && !status.endsWith("!"))
      report(file, "redirects/hidden", from, hidden.file);
  }
};

function follow(
  site: Site,
  report: Report,
  file: string,
  start: URL,
  to: string,
): void {
  const steps = new Set([start.href]);
  let end = to;
  let next: string | undefined = to;
  let from = file;
  while (next !== undefined && !isPattern.test(next)) {
    end = site.toAddress(next, from)?.href ?? next;
    if (steps.has(end))
      return report(file, "redirects/loop", to, start.pathname);
    steps.add(end);
    const target = site.find(end);
    next = target?.redirect;
    from = target?.file ?? file;
  }
  const words = [to, start.pathname, end, steps.size - 1];
  if (site.find(end)?.isMissing) report(file, "redirects/missing", ...words);
  else if (steps.size > 2) report(file, "redirects/chain", ...words);
}
