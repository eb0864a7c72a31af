import type { Check, Problem, Site } from "../site.ts";

/** Lines of `_redirects`, and pages that redirect at once. */
export const redirects: Check = function* (site) {
  for (const { file, refresh } of site.pages.values())
    if (refresh !== undefined)
      yield* follow(site, file, site.toUrl(file), refresh);
  const file = "_redirects";
  for (const { from, to, status } of site.redirects) {
    const start = site.toAddress(from, file);
    if (!start || /[:*]/.test(from) || !/^30/.test(status)) continue;
    yield* follow(site, file, start, to);
    const hides = site.find(from);
    if (hides?.file && !hides.redirect && !status.endsWith("!"))
      yield [
        file,
        "redirects/hidden",
        `${from} is also the file ${hides.file}.`,
        from,
      ];
  }
};

/** Follows a redirect to its end. */
function* follow(
  site: Site,
  file: string,
  start: URL,
  to: string,
): Iterable<Problem> {
  const found = (rule: string, problem: string): Problem => [
    file,
    `redirects/${rule}`,
    `${start.pathname} is redirected ${problem}`,
    to,
  ];
  const steps = [start.href];
  let next = site.toAddress(to, file)?.href;
  while (next !== undefined) {
    if (steps.includes(next)) return yield found("loop", "to itself.");
    steps.push(next);
    const target = site.find(next);
    next =
      target?.redirect === undefined
        ? undefined
        : site.toAddress(target.redirect, target.file ?? file)?.href;
  }
  const end = steps.at(-1) as string;
  if (site.isMissing(end))
    yield found("missing", `to ${end}, which does not exist.`);
  else if (steps.length > 2)
    yield found("chain", `${steps.length - 1} times, at last to ${end}`);
}
