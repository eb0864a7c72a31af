import { site } from "#site.ts";

const base = site.base.replace(/^\/*|\/*$/g, "");

/** This site's addresses without the base path, written here only. Link with `toHref` or `toAbsoluteUrl`. */
export const addresses = {
  home: "/",
  articles: "/articles/",
  article: (slug: string) => `/articles/${slug}/`,
  preview: (token: string) => `/preview/${token}/`,
  archive: "/archive/",
  year: (year: string) => `/archive/${year}/`,
  topics: "/topics/",
  category: (slug: string) => `/categories/${slug}/`,
  tag: (slug: string) => `/tags/${slug}/`,
  author: (slug: string) => `/authors/${slug}/`,
  series: (slug: string) => `/series/${slug}/`,
  search: "/search/",
  searchIndex: "/pagefind/",
  page: (slug: string) => `/${slug}/`,
  readingList: "/reading-list/",
  subscribe: "/subscribe/",
  /** The page to which a newsletter provider redirects after sign-up. */
  subscribed: "/subscribed/",
  rss: "/rss.xml",
  opml: "/feeds.opml",
  /** The weekly feed, for services that turn a feed into emails. */
  digest: "/newsletter.xml",
  feedStyle: "/feed.css",
  articleText: (slug: string) => `/articles/${slug}.md`,
  llms: "/llms.txt",
  humans: "/humans.txt",
  security: "/.well-known/security.txt",
  /** The file with the IndexNow key, which proves ownership of the site. */
  indexNowKey: (key: string) => `/${key}.txt`,
  manifest: "/site.webmanifest",
  robots: "/robots.txt",
  sitemap: "/sitemap-index.xml",
  favicon: "/favicon.svg",
  /** Requested by browsers without SVG favicons. */
  faviconIco: "/favicon.ico",
  /** Requested by Apple devices. */
  touchIcon: "/apple-touch-icon.png",
  /** @param name one of `iconNames` */
  icon: (name: string) => `/icon-${name}.png`,
};

/** The sizes of the icons in pixels, with the prefix "maskable-" if a device may crop the icon to a circle. */
export const iconNames = ["144", "192", "512", "maskable-512"] as const;

/** The feed formats, best known first. */
export const feedFormats = ["rss", "atom", "json"] as const;
export type FeedFormat = (typeof feedFormats)[number];
export const mediaTypes: Record<FeedFormat, string> = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
};
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
 * The address of a listing's feed: `/tags/baking/atom.xml`. The home page's feed covers the whole site: `/rss.xml`.
 * @param archive the archive page (RFC 5005), counted from 1 for the oldest articles; omitted for the feed itself
 */
export const toFeedAddress = (
  listing: string,
  format: FeedFormat,
  archive?: number,
): string =>
  listing + feedFiles[format].join(archive === undefined ? "" : `-${archive}`);

/** Matches every address that a function makes of an id. */
export const toAddressPattern = (toAddress: (id: string) => string): RegExp =>
  new RegExp(`^${toAddress("*").replace("*", "[^/]+")}$`);

/** The share image of a page: `/cards/articles/steel-or-cast-iron.png`. */
export const toCardAddress = (address: string): string =>
  `/cards${address === "/" ? "/index" : address.replace(/\/$/, "")}.png`;

/** The Markdown copy of an own collection's entry: `/tools/pan/` → `/tools/pan.md`. */
export const toTextAddress = (address: string) => address.replace(/\/$/, ".md");

/** The size of share images in pixels. */
export const cardSize = { width: 1200, height: 630 };

/** The first segments of the site's own addresses, except of `page`, which are names; * is a name or number. */
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
  // Sitemaps, the 404 page, Astro's folder, index pages, and files for hosts.
  yield* ["sitemap-*.xml", "404", "404.html", "_astro", "index"];
  yield* ["_headers", "_redirects", ".htaccess"];
}
const reserved = new RegExp(
  `^(?:${[...reservedNames()].map((name) => name.replaceAll(".", "\\.").replaceAll("*", ".+")).join("|")})$`,
);

/** Whether the site itself uses all addresses with this first segment, so that no page or alias may. */
export const isReserved = (name: string) => name !== "" && reserved.test(name);

/** Whether the site uses an address. Below its routes only /articles/<slug>/ and /series/<slug>/ may be free. */
export function isOwnedByRoute(address: string): boolean {
  const key = toAddressKey(address);
  const first = key.split("/")[0] as string;
  return (
    first === "" ||
    (isReserved(first) &&
      !/^(?:articles|series)\/(?!(?:page|index)$)[^/]+(?<!\.md)$/.test(key))
  );
}

/** Equal for addresses that servers and file systems take for the same: `/About/index.html` → `about`. */
export const toAddressKey = (address: string): string =>
  address
    .toLowerCase()
    .replace(/(^|\/)index\.html$/, "$1")
    .replace(/^\/|\/$/g, "");

/** The address of the nth page of a listing; the first page is the listing itself. */
export const toPageAddress = (listing: string, page: number): string =>
  page === 1 ? listing : `${listing}page/${page}/`;

/** Adds the base path to an address, for links within the site: `/articles/` → `/journal/articles/`. */
export const toHref = (address: string): string =>
  base === "" ? address : `/${base}${address}`;

/** Like `toHref`, but leaves addresses of other sites alone. */
export const toLinkHref = (address: string): string =>
  address.startsWith("/") ? toHref(address) : address;

export const toAbsoluteUrl = (address: string): string =>
  new URL(toHref(address), site.address).href;

/**
 * The web address for editing a file of this site.
 * @param repository as `repository` in src/site.ts
 */
export const toEditLink = (file: string, repository: string): string =>
  `${repository.replace(/\/$/, "")}/${encodeURI(file)}`;
