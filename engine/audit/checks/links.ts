import { unescapePart as decode } from "#text/escapes.ts";
import type { Check } from "../site.ts";

/** Fragments that every page has, and those that scripts read. */
const isEverywhere = /^(?:top)?$|[/!=]/i;

/** `[text](https://…)` and `Sitemap: https://…` */
const inText = /(?:\]\(|^\w+: )(https?:[^\s<>()]+)(?=[\s)]|$)/gm;

export const links: Check = (site, report) => {
  for (const file of site.texts)
    if (/(?:^|\/)(?:llms|robots|security)\.txt$/.test(file))
      for (const [, written] of site.readText(file).matchAll(inText))
        site.reportMissing(report, file, written);
  for (const [file, references] of site.references)
    for (const { written, use } of references) {
      const url = site.toAddress(written, file);
      const target = site.find(written, file);
      const { host, pathname } = site.home;
      if (!url) report(file, "links/invalid", written);
      else if (!target) {
        if (/^https?:$/.test(url.protocol) && url.host === host)
          report(file, "links/outside", written, pathname);
      } else if (use !== "form") {
        const { page, redirect, isMissing } = target;
        if (isMissing) report(file, "links/missing", written);
        if (redirect !== undefined && use === "link")
          report(file, "links/redirect", written, redirect);
        // After :~: is a text for which the browser searches.
        const [fragment = ""] = url.hash.slice(1).split(":~:");
        const ids = page?.refresh === undefined ? page?.ids : undefined;
        const isThere = [fragment, decode(fragment)].some(
          (one) => isEverywhere.test(one) || ids?.has(one),
        );
        if (ids && !isThere)
          report(file, "links/anchor", written, target.file, decode(fragment));
      }
    }
};
