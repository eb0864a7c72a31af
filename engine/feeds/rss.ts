import { getRssString } from "@astrojs/rss";
import { mediaTypes } from "#urls.ts";
import {
  htmlNamespace,
  styleInstruction,
  toViewOfEntry,
  toViewOfFeed,
} from "./browser-view.ts";
import type { FeedEntry } from "./entry.ts";
import { icons, type Feed } from "./feed.ts";
import { escapeXml, toElement, toXmlText } from "./xml.ts";

/**
 * A feed as RSS 2.0, with the elements of other vocabularies that readers know: content, dc, media, atom, and fh for the
 * archive.
 */
export async function toRss(feed: Feed): Promise<string> {
  const xml = await getRssString({
    title: toXmlText(feed.title),
    description: toXmlText(feed.description),
    site: feed.url,
    xmlns: {
      atom: "http://www.w3.org/2005/Atom",
      dc: "http://purl.org/dc/elements/1.1/",
      media: "http://search.yahoo.com/mrss/",
      fh: "http://purl.org/syndication/history/1.0",
      h: htmlNamespace["xmlns:h"],
    },
    items: feed.entries.map((entry) => ({
      title: toXmlText(entry.title),
      // Readers take it for HTML: bare, a title with <b> in it would lose those letters.
      description: escapeXml(entry.summary),
      link: entry.url,
      pubDate: entry.published,
      categories: entry.categories.map((name) => toXmlText(name)),
      content: toXmlText(entry.html),
      // Without one of its own the library would make the address the id.
      customData: toElement(
        "guid",
        { isPermaLink: "false" },
        escapeXml(entry.id),
      ),
    })),
  });
  // What the library would read as numbers, regroup or leave untyped.
  const [head = "", ...items] = xml
    .replace("?>", () => `?>${styleInstruction}`)
    .replace(
      "<channel>",
      () =>
        `<channel>${toViewOfFeed(feed, feed.links.rss)}${toChannelData(feed)}`,
    )
    .split("<item>");
  return [
    head,
    ...feed.entries.map(
      (entry, index) => `<item>${toItemData(entry)}${items[index]}`,
    ),
  ].join("");
}

const toChannelData = (feed: Feed): string =>
  [
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
    toViewOfEntry(entry),
    ...entry.authors.map(({ name }) =>
      toElement("dc:creator", {}, escapeXml(name)),
    ),
    toElement("atom:updated", {}, entry.updated.toISOString()),
    toElement("media:content", { ...entry.picture, medium: "image" }),
  ].join("");
