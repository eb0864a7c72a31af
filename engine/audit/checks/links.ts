import type { Reference } from "../read-page.ts";
import type { Check, Problem, Site } from "../site.ts";

/** Fragments that every page has, and those that browsers search for. */
const isEverywhere = /^(?:top)?$|^:~:/i;

/** The addresses that pages and style sheets name: links, pictures, scripts, feeds. */
export const links: Check = function* (site): Iterable<Problem> {
  for (const { file, references, refresh } of site.pages.values()) {
    for (const reference of references)
      yield* checkAddress(site, file, reference);
    if (refresh !== undefined)
      yield* checkAddress(site, file, {
        written: refresh,
        use: "share",
        isEager: true,
      });
  }
  for (const [file, references] of site.sheets)
    for (const reference of references)
      yield* checkAddress(site, file, reference);
};

function* checkAddress(
  site: Site,
  file: string,
  { written, use }: Reference,
): Iterable<Problem> {
  const found = (rule: string, problem: string): Problem => [
    file,
    `links/${rule}`,
    problem,
    written,
  ];
  const url = site.toAddress(written, file);
  if (!url) return yield found("invalid", `${written} is not an address.`);
  const { hostname, host, protocol } = url;
  const target = site.find(written, file);
  if (/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
    yield found("local", `${written} leads to the reader's own machine.`);
  if (!target) {
    if (/^https?:$/.test(protocol) && host === site.home.host)
      yield found(
        "outside",
        `${written} is not below ${site.home.pathname}, where this site is.`,
      );
    return;
  }
  if (protocol !== site.home.protocol)
    yield found(
      "insecure",
      `${written} begins with ${protocol}, and this site with ${site.home.protocol}`,
    );
  if (use === "form") return;
  if (target.redirect !== undefined) {
    // The check of redirects follows redirects.
    if (use !== "share")
      yield found(
        "redirect",
        `${written} is redirected to ${target.redirect}.`,
      );
  } else if (target.file === undefined)
    yield found("missing", `${written} does not exist.`);
  else if (
    target.page &&
    !isEverywhere.test(target.fragment) &&
    !target.page.ids.has(target.fragment)
  )
    yield found("anchor", `${target.file} has no id "${target.fragment}".`);
  else if (target.needsSlash)
    yield found("slash", `${written} has no slash at its end.`);
}
