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
import { icons, publisher, type Feed } from "./feed.ts";
import { xml, type Markup } from "./xml.ts";

/** A feed as Atom (RFC 4287), or a page of its archive (RFC 5005). */
export const toAtom = (feed: Feed): string =>
  xml`<?xml version="1.0" encoding="UTF-8"?>
  <?xml-stylesheet type="text/css" href="${styleSheet}"?>
  <feed xmlns="http://www.w3.org/2005/Atom"
    xmlns:media="http://search.yahoo.com/mrss/"
    xmlns:fh="http://purl.org/syndication/history/1.0"
    xmlns:h="${htmlNamespace}" xml:lang="${feed.language}">
    ${toViewOfFeed(feed, feed.links.atom)}
    <id>${feed.id}</id>
    <title type="text">${feed.title}</title>
    <subtitle type="text">${feed.description}</subtitle>
    <updated>${feed.updated.toISOString()}</updated>
    ${toAuthor(publisher)}
    <icon>${icons.small.url}</icon>
    <link href="${feed.url}" rel="alternate" type="text/html"/>
    ${toLinks("link", feed.links.atom, mediaTypes.atom)}
    ${feed.isArchive && xml`<fh:archive/>`}
    ${feed.entries.map(toAtomEntry)}
  </feed>`.markup;

const toAtomEntry = (entry: FeedEntry): Markup => xml`
  <entry>
    ${toViewOfEntry(entry)}
    <id>${entry.id}</id>
    <title type="text">${entry.title}</title>
    <link href="${entry.url}" rel="alternate" type="text/html"/>
    <published>${entry.published.toISOString()}</published>
    <updated>${entry.updated.toISOString()}</updated>
    ${entry.authors.map(toAuthor)}
    ${entry.categories.map((term) => xml`<category term="${term}"/>`)}
    ${toMedia(entry)}
    <summary type="text">${entry.summary}</summary>
    <content type="html">${entry.html}</content>
  </entry>`;

const toAuthor = ({ name, url }: FeedEntry["authors"][number]): Markup =>
  xml`<author><name>${name}</name><uri>${url}</uri></author>`;
