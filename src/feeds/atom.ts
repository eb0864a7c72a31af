import type { FeedEntry } from "./entry.ts";
import { mediaTypes, type Feed } from "./feed.ts";
import { escapeXml, toElement } from "./xml.ts";

/** A feed as Atom (RFC 4287). */
export const toAtom = (feed: Feed): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${toElement(
    "feed",
    {
      xmlns: "http://www.w3.org/2005/Atom",
      "xmlns:media": "http://search.yahoo.com/mrss/",
      "xml:lang": feed.language,
    },
    [
      toElement("id", {}, escapeXml(feed.id)),
      toText("title", feed.title),
      toText("subtitle", feed.description),
      toDate("updated", feed.updated),
      toElement("link", {
        href: feed.url,
        rel: "alternate",
        type: "text/html",
      }),
      toElement("link", {
        href: feed.links.atom.self,
        rel: "self",
        type: mediaTypes.atom,
      }),
      ...feed.entries.map(toAtomEntry),
    ].join(""),
  )}`;

const toText = (name: string, text: string): string =>
  toElement(name, { type: "text" }, escapeXml(text));
const toDate = (name: string, date: Date): string =>
  toElement(name, {}, date.toISOString());

const toAtomEntry = (entry: FeedEntry): string =>
  toElement(
    "entry",
    {},
    [
      toElement("id", {}, escapeXml(entry.id)),
      toText("title", entry.title),
      toElement("link", {
        href: entry.url,
        rel: "alternate",
        type: "text/html",
      }),
      toDate("published", entry.published),
      toDate("updated", entry.updated),
      ...entry.authors.map(({ name, url }) =>
        toElement(
          "author",
          {},
          toElement("name", {}, escapeXml(name)) +
            toElement("uri", {}, escapeXml(url)),
        ),
      ),
      ...entry.categories.map((term) => toElement("category", { term })),
      toElement("media:content", { ...entry.picture, medium: "image" }),
      toText("summary", entry.summary),
      toElement("content", { type: "html" }, escapeXml(entry.html)),
    ].join(""),
  );
