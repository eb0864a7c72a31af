import { site } from "#site.ts";
import { addresses, toAbsoluteUrl, toHref } from "#urls.ts";
import type { FeedEntry } from "./entry.ts";
import type { Feed, FeedLinks } from "./feed.ts";
import { escapeXml, toElement } from "./xml.ts";

/**
 * The browser view of a feed: a few XHTML elements that feed readers ignore, and a style sheet that hides everything else.
 * Browsers are dropping XSL.
 */
export const htmlNamespace = {
  "xmlns:h": "http://www.w3.org/1999/xhtml",
};

/** Belongs before the root element. */
export const styleInstruction = `<?xml-stylesheet type="text/css" href="${toHref(addresses.feedStyle)}"?>`;

/** The header: what a feed is and how to subscribe. */
export const toViewOfFeed = (
  { title, description, url, isArchive }: Feed,
  { self, current }: FeedLinks,
): string =>
  toElement(
    "h:header",
    { lang: site.language },
    [
      toElement("h:title", {}, escapeXml(title)),
      toElement("h:meta", {
        name: "viewport",
        content: "width=device-width, initial-scale=1",
      }),
      toElement(
        "h:div",
        { class: "about" },
        [
          toParagraph(
            isArchive
              ? "<h:strong>This is an archive page of a feed.</h:strong> Feed readers load this page automatically. To follow new articles, copy the feed’s address into your reader:"
              : "<h:strong>This is a feed.</h:strong> Copy its address into a feed reader, an app or website that shows you new articles as they appear:",
          ),
          toParagraph(toElement("h:code", {}, toBreakable(current ?? self))),
          toParagraph(
            toLink(toAbsoluteUrl(addresses.subscribe), "About our feeds"),
          ),
        ].join(""),
      ),
      toElement("h:h1", {}, toLink(url, title)),
      toParagraph(escapeXml(description)),
    ].join(""),
  );

/** One entry. */
export const toViewOfEntry = ({
  url,
  title,
  day,
  published,
  summary,
}: FeedEntry): string =>
  toElement(
    "h:article",
    { lang: site.language },
    [
      toElement("h:h2", {}, toLink(url, title)),
      toParagraph(
        toElement("h:time", { datetime: published.toISOString() }, day),
      ),
      toParagraph(escapeXml(summary)),
    ].join(""),
  );

/** Adds line-break opportunities between the segments of a URL. */
const toBreakable = (url: string) =>
  escapeXml(url).replace(/(?<=\w)\/(?=\w)/g, "<h:wbr/>/");
const toParagraph = (content: string) => toElement("h:p", {}, content);
const toLink = (href: string, text: string) =>
  toElement("h:a", { href }, escapeXml(text));
