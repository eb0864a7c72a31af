import { decode, type Check } from "../site.ts";

/** Fragments that every page has, and those that scripts read. */
const isEverywhere = /^(?:top)?$|[/!=]/i;

/** `[text](https://…)` and `Sitemap: https://…` */
const inText = /(?:\]\(|^\w+: )(https?:[^\s<>()]+)(?=[\s)]|$)/gm;

/** The addresses in pages, style sheets and texts for crawlers: links, pictures, scripts, feeds. */
export const links: Check = (site, report) => {
  for (const file of site.texts)
    if (/(?:^|\/)(?:llms|robots|security)\.txt$/.test(file))
      for (const [, written] of site.readText(file).matchAll(inText))
        site.reportMissing(report, file, written);
  for (const [file, references] of site.references)
    for (const { written, use } of references) {
      const found = (rule: string, problem: string) =>
        report(file, `links/${rule}`, problem, written);
      const url = site.toAddress(written, file);
      const target = site.find(written, file);
      const { protocol, host, pathname } = site.home;
      if (!url) found("invalid", `${written} is not an address.`);
      else if (!target) {
        if (/^https?:$/.test(url.protocol) && url.host === host)
          found(
            "outside",
            `${written} is not below ${pathname}, where this site is.`,
          );
        continue;
      } else if (url.protocol !== protocol && protocol === "https:")
        found("insecure", `${written} begins with http:`);
      if (!url || !target || use === "form") continue;
      // After :~: is a text for which the browser searches.
      const [fragment = ""] = url.hash.slice(1).split(":~:");
      const ids = target.page?.ids;
      if (target.isMissing) found("missing", `${written} does not exist.`);
      else if (target.redirect !== undefined && use === "link")
        found("redirect", `${written} is redirected to ${target.redirect}.`);
      else if (
        ids &&
        !isEverywhere.test(fragment) &&
        !ids.has(fragment) &&
        !ids.has(decode(fragment))
      )
        found("anchor", `${target.file} has no id "${decode(fragment)}".`);
      else if (target.needsSlash)
        found("slash", `${written} has no slash at its end.`);
    }
};
