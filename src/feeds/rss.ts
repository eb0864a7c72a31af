import { getRssString } from "@astrojs/rss";
import type { Article } from "#articles/article.ts";
import { newestChange } from "#articles/listing.ts";
import { site } from "#site.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";

/**
 * The site's feed, RSS 2.0. Its bytes change only when its articles do, so that a reader's cache holds: nothing in it
 * is the time of the build.
 * @param items the newest articles first, each with its whole text as HTML that stands alone
 */
export async function toRss(
  items: { article: Article; html: string }[],
): Promise<string> {
  const built = newestChange(items.map(({ article }) => article));
  return getRssString({
    title: site.name,
    description: site.description,
    site: toAbsoluteUrl(addresses.home),
    xmlns: {
      atom: "http://www.w3.org/2005/Atom",
      dc: "http://purl.org/dc/elements/1.1/",
    },
    customData: [
      `<language>${site.language.toLowerCase()}</language>`,
      `<atom:link href="${toAbsoluteUrl(addresses.rss)}" rel="self" type="application/rss+xml"/>`,
      built
        ? `<lastBuildDate>${new Date(built.time).toUTCString()}</lastBuildDate>`
        : "",
    ].join(""),
    items: items.map(({ article, html }) => ({
      title: toXmlText(article.title),
      description: toXmlText(article.description),
      link: toAbsoluteUrl(article.address),
      pubDate: new Date(article.pubDate.time),
      categories: [article.category, ...article.tags].map(({ title }) =>
        toXmlText(title),
      ),
      content: toXmlText(html),
      customData: [
        `<guid isPermaLink="false">${escapeXml(article.feedId)}</guid>`,
        ...article.authors.map(
          ({ title }) => `<dc:creator>${escapeXml(title)}</dc:creator>`,
        ),
        article.updatedDate
          ? `<atom:updated>${new Date(article.updatedDate.time).toISOString()}</atom:updated>`
          : "",
      ].join(""),
    })),
  });
}

/** Without the characters that XML forbids: one of them makes the whole feed unreadable. */
const toXmlText = (text: string): string =>
  text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu,
    "",
  );

const escapeXml = (text: string): string =>
  toXmlText(text).replace(
    /[&<>"]/g,
    (sign) =>
      ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[
        sign
      ] as string,
  );
