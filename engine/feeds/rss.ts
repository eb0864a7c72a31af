import { getRssString } from "@astrojs/rss";
import { mediaTypes } from "#urls.ts";
import {
  htmlNamespace,
  styleSheet,
  toViewOfEntry,
  toViewOfFeed,
} from "./browser-view.ts";
import type { FeedEntry } from "./entry.ts";
import { icons, type Feed } from "./feed.ts";
import { escapeXml, toElement, toXmlText } from "./xml.ts";

/** A feed as RSS 2.0, with the elements of the content, dc, media, atom and fh (archive) namespaces that readers know. */
export const toRss = (feed: Feed): Promise<string> =>
  getRssString({
    title: toXmlText(feed.title),
    description: toXmlText(feed.description),
    site: feed.url,
    stylesheet: styleSheet,
    xmlns: {
      atom: "http://www.w3.org/2005/Atom",
      dc: "http://purl.org/dc/elements/1.1/",
      media: "http://search.yahoo.com/mrss/",
      fh: "http://purl.org/syndication/history/1.0",
      h: htmlNamespace,
    },
    customData: toChannelData(feed),
    items: feed.entries.map((entry) => ({
      title: toXmlText(entry.title),
      // Readers take it for HTML: unescaped, a <b> in it would be a tag.
      description: escapeXml(entry.summary),
      link: entry.url,
      pubDate: entry.published,
      categories: entry.categories.map((name) => toXmlText(name)),
      content: toXmlText(entry.html),
      customData: toItemData(entry),
    })),
  });

const toChannelData = (feed: Feed): string =>
  [
    toViewOfFeed(feed, feed.links.rss),
    toElement("language", {}, feed.language.toLowerCase()),
    toElement("lastBuildDate", {}, feed.updated.toUTCString()),
    ...Object.entries(feed.links.rss).map(([rel, href]) =>
      toElement("atom:link", {
        href,
        rel,
        ...(rel !== "hub" && { type: mediaTypes.rss }),
      }),
    ),
    toElement(
      "image",
      {},
      [
        toElement("url", {}, escapeXml(icons.small.url)),
        toElement("title", {}, escapeXml(feed.title)),
        toElement("link", {}, escapeXml(feed.url)),
        toElement("width", {}, String(icons.small.size)),
        toElement("height", {}, String(icons.small.size)),
      ].join(""),
    ),
    feed.isArchive ? toElement("fh:archive", {}) : "",
  ].join("");

const toItemData = (entry: FeedEntry): string =>
  [
    // Without this the library would use the address as the id.
    toElement("guid", { isPermaLink: "false" }, escapeXml(entry.id)),
    toViewOfEntry(entry),
    ...entry.authors.map(({ name }) =>
      toElement("dc:creator", {}, escapeXml(name)),
    ),
    toElement("atom:updated", {}, entry.updated.toISOString()),
    toElement("media:content", { ...entry.picture, medium: "image" }),
  ].join("");
