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
  const steps = [start.href];
  for (let next = site.toAddress(to, file)?.href; next;) {
    if (steps.includes(next))
      return yield [
        file,
        "redirects/loop",
        `${start.pathname} is redirected to itself.`,
        to,
      ];
    steps.push(next);
    const target = site.find(next);
    next =
      target?.redirect === undefined
        ? undefined
        : site.toAddress(target.redirect, target.file ?? file)?.href;
  }
  const end = steps.at(-1) as string;
  if (site.isMissing(end))
    yield [
      file,
      "redirects/missing",
      `${start.pathname} is redirected to ${end}, which does not exist.`,
      to,
    ];
  else if (steps.length > 2)
    yield [
      file,
      "redirects/chain",
      `${start.pathname} is redirected ${steps.length - 1} times, at last to ${end}`,
      to,
    ];
}
