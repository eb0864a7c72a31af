/** The addresses of the catalogue's pages and files, without the site's base path. */
export const catalogue = {
  home: "/certificates/",
  certificate: (slug: string) => `/certificates/${slug}/`,
  compare: "/certificates/compare/",
  comparison: (slug: string) => `/certificates/compare/${slug}/`,
  cost: "/certificates/cost/",
  changes: "/certificates/changes/",
  /** Feeds of changes. */
  rss: "/certificates/changes/rss.xml",
  atom: "/certificates/changes/atom.xml",
  jsonFeed: "/certificates/changes/feed.json",
  csv: "/certificates.csv",
  json: "/certificates.json",
};

/** The comparison of some certificates, made in the browser. */
export const toCompareAddress = (...slugs: string[]): string =>
  `${catalogue.compare}?${slugs.map((slug) => `with=${slug}`).join("&")}`;
