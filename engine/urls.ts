import { site } from "#site.ts";

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
  subscribe: "/subscribe/",
  /** Where a newsletter's provider sends whoever signed up. */
  subscribed: "/subscribed/",
  rss: "/rss.xml",
  /** Every feed of the site in one file, for feed readers to take in. */
  opml: "/feeds.opml",
  /** One entry a week, for services that turn a feed into letters. */
  digest: "/newsletter.xml",
  /** How a browser shows a feed. */
  feedStyle: "/feed.css",
  /** An article's text as Markdown. */
  articleText: (slug: string) => `/articles/${slug}.md`,
  llms: "/llms.txt",
  humans: "/humans.txt",
  security: "/.well-known/security.txt",
  /** Where IndexNow finds its key: a file that only whoever owns the site can have put there. */
  indexNowKey: (key: string) => `/${key}.txt`,
  manifest: "/site.webmanifest",
  robots: "/robots.txt",
  sitemap: "/sitemap-index.xml",
  favicon: "/favicon.svg",
  /** Where browsers that show no SVG look by themselves. */
  faviconIco: "/favicon.ico",
  /** Where Apple's devices do. */
  touchIcon: "/apple-touch-icon.png",
  /** @param name its edge in pixels, after "maskable-" when a device may cut a circle out of it */
  icon: (name: string) => `/icon-${name}.png`,
};

/** The kinds of feed, the one that most readers know first. */
export const feedFormats = ["rss", "atom", "json"] as const;
export type FeedFormat = (typeof feedFormats)[number];
/** What each is called in a link and by a web server. */
export const mediaTypes: Record<FeedFormat, string> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};
/** What each is called by people. */
export const formatNames: Record<FeedFormat, string> = {
  rss: "RSS",
  atom: "Atom",
  json: "JSON",
};
const feedFiles = {
  rss: ["rss", ".xml"],
  atom: ["atom", ".xml"],
  json: ["feed", ".json"],
} as const;

/**
 * The address of a feed of what a page lists, the home page's being the whole site: `/rss.xml`, `/tags/baking/atom.xml`.
 * @param archive which of its archive pages (RFC 5005), from 1 for the oldest; none for the newest articles
 */
export const toFeedAddress = (
  listing: string,
  format: FeedFormat,
  archive?: number,
): string =>
  listing + feedFiles[format].join(archive === undefined ? "" : `-${archive}`);

/** The picture that stands for a page where its address is shared: `/cards/articles/steel-or-cast-iron.png`. */
export const toCardAddress = (address: string): string =>
  `/cards${address === "/" ? "/index" : address.replace(/\/$/, "")}.png`;

/** How large each of those is, in pixels. */
export const cardSize = { width: 1200, height: 630 };

/**
 * The first part of every address that the site itself takes, from the addresses above; * is where a name or a number
 * goes. `addresses.page` is not among them: its first part is the name of a writer's page.
 */
function* reservedNames(): Generator<string> {
  const { page: _, indexNowKey, ...own } = addresses;
  const made = Object.values(own).map((address) =>
    typeof address === "string" ? address : address("*"),
  );
  for (const address of [...made, toCardAddress("/*/")])
    yield address.split("/")[1] as string;
  if (site.indexNowKey) yield indexNowKey(site.indexNowKey).slice(1);
  for (const format of feedFormats) {
    yield toFeedAddress("", format);
    yield toFeedAddress("", format, 1).replace("1", "*");
  }
  // The pages of the sitemap, the page for addresses that lead nowhere, Astro's folder, a folder's own page, and what hosts read.
  yield* ["sitemap-*.xml", "404", "404.html", "_astro", "index"];
  yield* ["_redirects", ".htaccess"];
}
const reserved = new RegExp(
  `^(?:${[...reservedNames()].map((name) => name.replaceAll(".", "\\.").replaceAll("*", ".+")).join("|")})$`,
);

/** Whether a route or a file of the site owns every address that begins with a name: no page and no alias may. */
export const isReserved = (name: string): boolean =>
  name !== "" && reserved.test(name);

/**
 * Whether a route or a file of the site owns an address. Below a route only an article's address is free; the listing
 * has its pages at /articles/page/2/, and a folder's own page is its index.
 */
export function isOwnedByRoute(address: string): boolean {
  const key = toAddressKey(address);
  const first = key.split("/")[0] as string;
  return (
    first === "" ||
    (isReserved(first) &&
      !/^articles\/(?!(?:page|index)$)[^/]+(?<!\.md)$/.test(key))
  );
}

/**
 * What addresses have in common that a web server or a file system takes for the same one: case, slashes at both ends
 * and index.html do not count. `/About/index.html` → `about`.
 */
export const toAddressKey = (address: string): string =>
  address
    .toLowerCase()
    .replace(/(^|\/)index\.html$/, "$1")
    .replace(/^\/|\/$/g, "");

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

/**
 * Where a file of this site can be edited on the web.
 * @param repository as `repository` in src/site.ts
 */
export const toEditLink = (file: string, repository: string): string =>
  `${repository.replace(/\/$/, "")}/${encodeURI(file)}`;
