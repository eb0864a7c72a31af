import { site } from "#site.ts";
import { addresses, toAbsoluteUrl, toHref } from "#urls.ts";
import type { FeedEntry } from "./entry.ts";
import type { Feed, FeedLinks } from "./feed.ts";
import { xml, type Markup } from "./xml.ts";

/**
 * A feed as a page in a browser: a few XHTML elements, which feed readers ignore, and a style sheet that hides all others.
 * Browsers are dropping XSL. No element has both text and elements: `@astrojs/rss` would reorder them.
 */
export const htmlNamespace = "http://www.w3.org/1999/xhtml";
export const styleSheet = toHref(addresses.feedStyle);

const texts = {
  feed: [
    "This is a feed.",
    "Copy its address into a feed reader, an app or website that shows you new articles as they appear:",
  ],
  archive: [
    "This is an archive page of a feed.",
    "Feed readers load this page automatically. To follow new articles, copy the feed’s address into your reader:",
  ],
};

export function toViewOfFeed(
  { title, description, url, isArchive }: Feed,
  { self, current = self }: FeedLinks,
): Markup {
  const [name, advice] = texts[isArchive ? "archive" : "feed"];
  return xml`
    <h:header lang="${site.language}">
      <h:title>${title}</h:title>
      <h:meta name="viewport" content="width=device-width, initial-scale=1"/>
      <h:div class="about">
        <h:strong>${name}</h:strong>
        <h:p>${advice}</h:p>
        <h:code>${current}</h:code>
        <h:a href="${toAbsoluteUrl(addresses.subscribe)}">About our feeds</h:a>
      </h:div>
      <h:h1><h:a href="${url}">${title}</h:a></h:h1>
      <h:p>${description}</h:p>
    </h:header>`;
}

export const toViewOfEntry = (entry: FeedEntry): Markup => xml`
  <h:article lang="${site.language}">
    <h:h2><h:a href="${entry.url}">${entry.title}</h:a></h:h2>
    <h:time datetime="${entry.published.toISOString()}">${entry.day}</h:time>
    <h:p>${entry.summary}</h:p>
  </h:article>`;

/** Links to the other documents of a feed. */
export const toLinks = (
  element: "link" | "atom:link",
  links: FeedLinks,
  type: string,
): Markup[] =>
  Object.entries(links).map(
    ([rel, href]) =>
      xml`<${{ markup: element }} href="${href}" rel="${rel}"${rel !== "hub" && xml` type="${type}"`}/>`,
  );

export const toMedia = ({ picture: { url, type, width, height } }: FeedEntry) =>
  xml`<media:content url="${url}" type="${type}" width="${width}" height="${height}" medium="image"/>`;
