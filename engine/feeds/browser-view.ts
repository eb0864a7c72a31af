import { site } from "#site.ts";
import { addresses, toAbsoluteUrl, toHref } from "#urls.ts";
import type { FeedEntry } from "./entry.ts";
import type { Feed, FeedLinks } from "./feed.ts";
import { escapeXml, toElement } from "./xml.ts";

/**
 * A feed as a page in a browser: a few XHTML elements, which feed readers ignore, and a style sheet that hides all others.
 * Browsers are dropping XSL. No element has both text and elements: `@astrojs/rss` would reorder them.
 */
export const htmlNamespace = "http://www.w3.org/1999/xhtml";
export const styleSheet = toHref(addresses.feedStyle);

export const toViewOfFeed = (
  { title, description, url, isArchive }: Feed,
  { self, current }: FeedLinks,
): string =>
  toElement(
    "h:header",
    { lang: site.language },
    toElement("h:title", {}, escapeXml(title)) +
      toElement("h:meta", {
        name: "viewport",
        content: "width=device-width, initial-scale=1",
      }) +
      toElement(
        "h:div",
        { class: "about" },
        toElement(
          "h:strong",
          {},
          isArchive ? "This is an archive page of a feed." : "This is a feed.",
        ) +
          toParagraph(
            isArchive
              ? "Feed readers load this page automatically. To follow new articles, copy the feed’s address into your reader:"
              : "Copy its address into a feed reader, an app or website that shows you new articles as they appear:",
          ) +
          toElement("h:code", {}, escapeXml(current ?? self)) +
          toLink(toAbsoluteUrl(addresses.subscribe), "About our feeds"),
      ) +
      toElement("h:h1", {}, toLink(url, title)) +
      toParagraph(escapeXml(description)),
  );

export const toViewOfEntry = (entry: FeedEntry): string =>
  toElement(
    "h:article",
    { lang: site.language },
    toElement("h:h2", {}, toLink(entry.url, entry.title)) +
      toElement(
        "h:time",
        { datetime: entry.published.toISOString() },
        entry.day,
      ) +
      toParagraph(escapeXml(entry.summary)),
  );

const toParagraph = (content: string) => toElement("h:p", {}, content);
const toLink = (href: string, text: string) =>
  toElement("h:a", { href }, escapeXml(text));
