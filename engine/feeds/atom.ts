import { mediaTypes } from "#urls.ts";
import {
  htmlNamespace,
  styleSheet,
  toViewOfEntry,
  toViewOfFeed,
} from "./browser-view.ts";
import type { FeedEntry } from "./entry.ts";
import { icons, publisher, type Feed } from "./feed.ts";
import { escapeXml, toElement } from "./xml.ts";

/** A feed as Atom (RFC 4287), or a page of its archive (RFC 5005). */
export const toAtom = (feed: Feed): string =>
  `<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/css" href="${styleSheet}"?>${toElement(
    "feed",
    {
      xmlns: "http://www.w3.org/2005/Atom",
      "xmlns:media": "http://search.yahoo.com/mrss/",
      "xmlns:fh": "http://purl.org/syndication/history/1.0",
      "xmlns:h": htmlNamespace,
      "xml:lang": feed.language,
    },
    [
      toViewOfFeed(feed, feed.links.atom),
      toElement("id", {}, escapeXml(feed.id)),
      toText("title", feed.title),
      toText("subtitle", feed.description),
      toDate("updated", feed.updated),
      toAuthor(publisher),
      toElement("icon", {}, escapeXml(icons.small.url)),
      toPageLink(feed.url),
      ...Object.entries(feed.links.atom).map(([rel, href]) =>
        toElement("link", {
          href,
          rel,
          ...(rel !== "hub" && { type: mediaTypes.atom }),
        }),
      ),
      feed.isArchive ? toElement("fh:archive", {}) : "",
      ...feed.entries.map(toAtomEntry),
    ].join(""),
  )}`;

const toAtomEntry = (entry: FeedEntry): string =>
  toElement(
    "entry",
    {},
    [
      toViewOfEntry(entry),
      toElement("id", {}, escapeXml(entry.id)),
      toText("title", entry.title),
      toPageLink(entry.url),
      toDate("published", entry.published),
      toDate("updated", entry.updated),
      ...entry.authors.map(toAuthor),
      ...entry.categories.map((term) => toElement("category", { term })),
      toElement("media:content", { ...entry.picture, medium: "image" }),
      toText("summary", entry.summary),
      toElement("content", { type: "html" }, escapeXml(entry.html)),
    ].join(""),
  );

const toAuthor = ({ name, url }: FeedEntry["authors"][number]): string =>
  toElement(
    "author",
    {},
    toElement("name", {}, escapeXml(name)) +
      toElement("uri", {}, escapeXml(url)),
  );
const toText = (name: string, text: string): string =>
  toElement(name, { type: "text" }, escapeXml(text));
const toDate = (name: string, date: Date): string =>
  toElement(name, {}, date.toISOString());
const toPageLink = (href: string): string =>
  toElement("link", { href, rel: "alternate", type: "text/html" });
