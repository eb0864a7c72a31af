import { XMLParser, XMLValidator } from "fast-xml-parser";

/** A page in a sitemap, or a part in an index of sitemaps. */
export type SitemapEntry = { loc: string; lastmod?: string };

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === "sitemap" || name === "url",
});

/** The entries of a sitemap or of an index of sitemaps; undefined if the text is neither. */
export function parseSitemap(text: string): SitemapEntry[] | undefined {
  const { sitemapindex, urlset } = (
    XMLValidator.validate(text) === true ? parser.parse(text) : {}
  ) as {
    sitemapindex?: { sitemap?: SitemapEntry[] };
    urlset?: { url?: SitemapEntry[] };
  };
  return sitemapindex?.sitemap ?? urlset?.url;
}
