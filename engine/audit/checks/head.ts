import type { Page } from "../read-page.ts";
import type { Check, Problem, Site } from "../site.ts";

/** What search engines, browsers and screen readers need of each page. */
export const head: Check = function* (site): Iterable<Problem> {
  for (const page of site.shown) {
    const { file } = page;
    if (!page.title) yield [file, "page/title", "The page has no title."];
    if (!page.language)
      yield [file, "page/language", "The page does not say its language."];
    if (page.headings === 0)
      yield [file, "page/heading", "The page has no <h1>."];
    if (page.headings > 1)
      yield [
        file,
        "page/headings",
        `The page has ${page.headings} <h1>.`,
        "<h1",
      ];
    for (const source of page.withoutAlt)
      yield [file, "page/alt", `The picture ${source} has no alt.`, source];
    for (const source of page.withoutSize)
      yield [
        file,
        "page/size",
        `The picture ${source} has no width and height.`,
        source,
      ];
    for (const id of page.duplicateIds)
      yield [file, "page/id", `The id "${id}" is used more than once.`, id];
  }
  for (const { file, description, canonical } of site.indexed) {
    if (!description)
      yield [file, "page/description", "The page has no description."];
    if (canonical === undefined)
      yield [file, "page/no-canonical", "The page has no canonical link."];
    const target = site.find(canonical ?? "", file);
    if (target && !(target.page?.isIndexed && !target.redirect))
      yield [
        file,
        "page/canonical",
        `Its canonical link leads to ${canonical}, which search engines cannot list.`,
        canonical,
      ];
  }
  yield* findSame(site, "title");
  yield* findSame(site, "description");
};

function* findSame(
  site: Site,
  field: "title" | "description",
): Iterable<Problem> {
  const pages = site.indexed.filter(
    (page) => page[field] && isItself(site, page),
  );
  for (const [text, [first, ...others]] of Map.groupBy(
    pages,
    (page) => page[field],
  ))
    for (const { file } of others)
      yield [
        file,
        `page/same-${field}`,
        `The ${field} is also that of ${first?.file}: ${text}`,
        text,
      ];
}

/** Whether a page's canonical link, if it has one, leads to the page itself. */
export const isItself = (site: Site, { file, canonical }: Page): boolean =>
  canonical === undefined || site.find(canonical, file)?.file === file;
