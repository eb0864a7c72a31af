import type { Reference } from "../read-page.ts";
import { decode, type Check, type Problem, type Site } from "../site.ts";

/** Fragments that every page has, and those that browsers search for. */
const isEverywhere = /^(?:top)?$|^:~:/i;

/** `[text](https://…)` and `Contact: https://…` */
const inText = /(?:\]\(|^\w+: )(https?:[^\s<>()]+)/gm;

/** The addresses in pages, style sheets and plain texts: links, pictures, scripts, feeds. */
export const links: Check = function* (site): Iterable<Problem> {
  for (const [file, references] of site.references)
    for (const reference of references)
      yield* checkAddress(site, file, reference);
  for (const file of site.texts)
    if (/\.(?:md|txt)$/.test(file))
      for (const [, written = ""] of site
        .read(file)
        .toString()
        .matchAll(inText))
        if (site.isMissing(written))
          yield [file, "links/missing", `${written} does not exist.`, written];
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
  const fragment = decode(url.hash.slice(1));
  if (use === "form") return;
  if (target.isMissing) yield found("missing", `${written} does not exist.`);
  else if (target.redirect !== undefined && use === "link")
    yield found("redirect", `${written} is redirected to ${target.redirect}.`);
  else if (
    target.page &&
    !isEverywhere.test(fragment) &&
    !target.page.ids.has(fragment) &&
    !target.page.ids.has(url.hash.slice(1))
  )
    yield found("anchor", `${target.file} has no id "${fragment}".`);
  else if (target.needsSlash)
    yield found("slash", `${written} has no slash at its end.`);
}
