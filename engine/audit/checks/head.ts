import type { Page } from "../read-page.ts";
import type { Check, Site } from "../site.ts";

/** What search engines, browsers and screen readers need of each page. */
export const head: Check = (site, report) => {
  for (const { file, title, language, hasHeading, withoutSize } of site.shown) {
    if (!title) report(file, "page/title", "The page has no title.");
    if (!language) report(file, "page/language", "The page has no language.");
    if (!hasHeading) report(file, "page/heading", "The page has no <h1>.");
    for (const source of withoutSize) {
      const problem = `The picture ${source} has no width and height.`;
      report(file, "page/size", problem, source);
    }
  }
  for (const { file, description, canonical } of site.indexed) {
    if (!description)
      report(file, "page/description", "The page has no description.");
    if (canonical === undefined)
      report(file, "page/no-canonical", "The page has no canonical link.");
    const target = site.find(canonical ?? "", file);
    if (target && (!target.page?.isIndexed || target.redirect)) {
      const problem = `Its canonical link leads to ${canonical}, which search engines cannot list.`;
      report(file, "page/canonical", problem, canonical);
    }
  }
  const originals = site.indexed.filter((page) => isItself(site, page));
  for (const field of ["title", "description"] as const)
    for (const [text, [first, ...others]] of Map.groupBy(
      originals.filter((page) => page[field]),
      (page) => page[field],
    ))
      for (const { file } of others) {
        const problem = `The ${field} is also that of ${first?.file}: ${text}`;
        report(file, `page/same-${field}`, problem, text);
      }
};

/** Whether a page's canonical link, if it has one, leads to the page itself. */
export const isItself = (site: Site, { file, canonical }: Page): boolean =>
  canonical === undefined || site.find(canonical, file)?.file === file;
