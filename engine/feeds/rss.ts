import { getRssString } from "@astrojs/rss";
import { mediaTypes } from "#urls.ts";
import {
  htmlNamespace,
  styleSheet,
  toLinks,
  toMedia,
  toViewOfEntry,
  toViewOfFeed,
} from "./browser-view.ts";
import type { FeedEntry } from "./entry.ts";
import { icons, type Feed } from "./feed.ts";
import { escapeXml, toXmlText, xml } from "./xml.ts";

/** A feed as RSS 2.0, with the elements of content, dc, media, atom and fh (archive) that readers know. */
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
      // Readers parse it as HTML.
      description: escapeXml(entry.summary),
      link: entry.url,
      pubDate: entry.published,
      categories: entry.categories.map((name) => toXmlText(name)),
      content: toXmlText(entry.html),
      customData: toItemData(entry),
    })),
  });

const toChannelData = (feed: Feed): string =>
  xml`
    ${toViewOfFeed(feed, feed.links.rss)}
    <language>${feed.language.toLowerCase()}</language>
    <lastBuildDate>${feed.updated.toUTCString()}</lastBuildDate>
    ${toLinks("atom:link", feed.links.rss, mediaTypes.rss)}
    <image>
      <url>${icons.small.url}</url>
      <title>${feed.title}</title>
      <link>${feed.url}</link>
      <width>${icons.small.size}</width>
      <height>${icons.small.size}</height>
    </image>
    ${feed.isArchive && xml`<fh:archive/>`}`.markup;

// Without a guid the library would use the address as the id.
const toItemData = (entry: FeedEntry): string =>
  xml`
    <guid isPermaLink="false">${entry.id}</guid>
    ${toViewOfEntry(entry)}
    ${entry.authors.map(({ name }) => xml`<dc:creator>${name}</dc:creator>`)}
    <atom:updated>${entry.updated.toISOString()}</atom:updated>
    ${toMedia(entry)}`.markup;
