import { getRssString } from "@astrojs/rss";
import type { FeedEntry } from "./entry.ts";
import { mediaTypes, type Feed } from "./feed.ts";
import { escapeXml, toElement, toXmlText } from "./xml.ts";

/** A feed as RSS 2.0, with the elements of other vocabularies that readers know: content, dc, media, atom. */
export const toRss = (feed: Feed): Promise<string> =>
  getRssString({
    title: toXmlText(feed.title),
    description: toXmlText(feed.description),
    site: feed.url,
    xmlns: {
      atom: "http://www.w3.org/2005/Atom",
      dc: "http://purl.org/dc/elements/1.1/",
      media: "http://search.yahoo.com/mrss/",
    },
    customData: [
      toElement("language", {}, feed.language.toLowerCase()),
      toElement("atom:link", {
        href: feed.links.rss.self,
        rel: "self",
        type: mediaTypes.rss,
      }),
      toElement("lastBuildDate", {}, feed.updated.toUTCString()),
    ].join(""),
    items: feed.entries.map((entry) => ({
      title: toXmlText(entry.title),
      description: toXmlText(entry.summary),
      link: entry.url,
      pubDate: entry.published,
      categories: entry.categories.map(toXmlText),
      content: toXmlText(entry.html),
      customData: toCustomData(entry),
    })),
  });

const toCustomData = ({ id, authors, updated, picture }: FeedEntry): string =>
  [
    toElement("guid", { isPermaLink: "false" }, escapeXml(id)),
    ...authors.map(({ name }) => toElement("dc:creator", {}, escapeXml(name))),
    toElement("atom:updated", {}, updated.toISOString()),
    toElement("media:content", { ...picture, medium: "image" }),
  ].join("");
