import { site } from "./site.ts";

const base = site.base.replace(/^\/*|\/*$/g, "");

/**
 * The addresses of this site, root-relative and without the base path. Every page and feed is spelled here and
 * nowhere else; what links to one turns it into an href with `toHref` or, outside the site, with `toAbsoluteUrl`.
 */
export const addresses = {
  home: "/",
  articles: "/articles/",
  article: (slug: string) => `/articles/${slug}/`,
  archive: "/archive/",
  year: (year: string) => `/archive/${year}/`,
  topics: "/topics/",
  category: (slug: string) => `/categories/${slug}/`,
  tag: (slug: string) => `/tags/${slug}/`,
  author: (slug: string) => `/authors/${slug}/`,
  series: (slug: string) => `/series/${slug}/`,
  search: "/search/",
  /** Where the search finds its program and its index, of the built pages. */
  searchIndex: "/pagefind/",
  page: (slug: string) => `/${slug}/`,
  readingList: "/reading-list/",
  rss: "/rss.xml",
  robots: "/robots.txt",
  sitemap: "/sitemap-index.xml",
  favicon: "/favicon.svg",
};

/** Whether a route or a file of ours owns every address that begins with a name: no page and no alias may. */
export const isReserved = (name: string): boolean =>
  reservedNames.has(name) || /^sitemap-\w+\.xml$/.test(name);

const reservedNames = new Set([
  ".htaccess",
  "404",
  "404.html",
  "_astro",
  "_redirects",
  "archive",
  "articles",
  "authors",
  "categories",
  "favicon.svg",
  "index",
  "pagefind",
  "reading-list",
  "robots.txt",
  "rss.xml",
  "search",
  "series",
  "tags",
  "topics",
]);

/** The address of the nth page of a listing; the first page is the listing itself. */
export const toPageAddress = (listing: string, page: number): string =>
  page === 1 ? listing : `${listing}page/${page}/`;

/** An address of this site as a link on this site says it, with the base path: `/articles/` → `/journal/articles/`. */
export const toHref = (address: string): string =>
  base === "" ? address : `/${base}${address}`;

/** What a writer linked to, an address of this site or of another, as a link says it. */
export const toLinkHref = (address: string): string =>
  address.startsWith("/") ? toHref(address) : address;

/** An address of this site as the rest of the world says it. */
export const toAbsoluteUrl = (address: string): string =>
  new URL(toHref(address), site.address).href;

/** Where a reader who found a mistake goes: to the file itself where it can be edited, else to the corrections page. */
export const toMendHref = (
  file: string,
  repository: string | undefined = site.repository,
): string =>
  repository
    ? `${repository.replace(/\/$/, "")}/${encodeURI(file)}`
    : toHref(addresses.page("corrections"));
