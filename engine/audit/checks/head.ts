import type { Page } from "../read-page.ts";
import type { Check, Site } from "../site.ts";

export const head: Check = (site, report) => {
  for (const { file, title, language, hasHeading, withoutSize } of site.shown) {
    if (!title) report(file, "page/title");
    if (!language) report(file, "page/language");
    if (!hasHeading) report(file, "page/heading");
    for (const source of withoutSize) report(file, "page/size", source);
  }
  for (const { file, description, canonical } of site.indexed) {
    if (!description) report(file, "page/description");
    if (canonical === undefined) report(file, "page/no-canonical");
    const { page, isMissing } = site.find(canonical ?? "", file) ?? {};
    if (isMissing || page?.isIndexed === false || page?.refresh !== undefined)
      report(file, "page/canonical", canonical);
  }
  const originals = site.indexed.filter((page) => isItself(site, page));
  for (const field of ["title", "description"] as const)
    for (const [text, [first, ...others]] of Map.groupBy(
      originals.filter((page) => page[field]),
      (page) => page[field],
    ))
      for (const { file } of others)
        report(file, `page/same-${field}`, text, first?.file);
};

/** Whether a page's canonical link, if it has one, leads to the page itself. */
export const isItself = (site: Site, { file, canonical }: Page): boolean =>
  canonical === undefined || site.find(canonical, file)?.file === file;
