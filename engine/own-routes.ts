/*
 * For `src/pages/`: what the publication's own routes may ask for. See docs/make-it-yours.md. Besides this, they may use the
 * layouts and the components that `npm run eject` lists.
 */
import { toCardPicture, type FeedEntry } from "./feeds/entry.ts";
import { publisher, toFeed } from "./feeds/feed.ts";
import { toResponse } from "./feeds/response.ts";
import { xml } from "./feeds/xml.ts";
import { toPermanentId } from "./model/article.ts";
import { toWriterError } from "./files/writer-error.ts";
import { formatDay, readArticleDate } from "./model/dates.ts";
import { ownFeeds } from "./model/follow.ts";
import { toAbsoluteUrl, type FeedFormat } from "./urls.ts";

export { getEntries, type EntryPage } from "./model/own-entries.ts";
export { hasItalics, renderBody } from "./markdown/render-body.ts";
export { toEntrySearchAttributes } from "./search/attributes.ts";
export { showOnlyProps } from "./model/queries.ts";
export { readArticleDate, readNow } from "./model/dates.ts";
export { toAbsoluteUrl, toHref } from "./urls.ts";

/** An item of a feed. */
export type FeedItem = {
  /** Unique in its feed, and never changed: feed readers know the item by it. */
  id: string;
  /** The address on this site of the page about it; may end in #…. */
  address: string;
  title: string;
  /** Plain text. */
  summary: string;
  /** Standalone HTML with absolute addresses. Default: the summary. */
  html?: string;
  /** A day, or a time with its zone. */
  published: string;
  /** Default: when it was published. */
  updated?: string;
  categories?: string[];
};

/**
 * A feed of a page in `ownPages` of src/site.ts, in one of the formats. A route whose file is `rss.xml.ts`, `atom.xml.ts` or
 * `feed.json.ts` beside the page's answers with it.
 * @param items newest first
 * @throws the writer's error if src/site.ts names no feed for the address, or a day is none
 */
export async function toFeedResponse(
  address: string,
  format: FeedFormat,
  items: readonly FeedItem[],
): Promise<Response> {
  const followed = ownFeeds.find((feed) => feed.address === address);
  if (!followed)
    throw toWriterError(
      `${address} has no feed: give it a title, feed, in ownPages in src/site.ts.`,
    );
  const feed = await toFeed(
    { followed, archive: undefined, archives: 0, articles: [...items] },
    (item) => Promise.resolve(toFeedEntry(item, address)),
  );
  return toResponse(feed, format);
}

function toFeedEntry(
  { id, address, summary, published, updated = published, ...item }: FeedItem,
  listing: string,
): FeedEntry {
  const date = readArticleDate(published);
  return {
    id: toPermanentId(listing + id),
    url: toAbsoluteUrl(address),
    summary,
    html: xml`<p>${summary}</p>`.markup,
    published: new Date(date.time),
    day: formatDay(date),
    updated: new Date(Math.max(readArticleDate(updated).time, date.time)),
    authors: [publisher],
    categories: [],
    picture: toCardPicture(listing),
    ...item,
  };
}
