import { site } from "#site.ts";
import { addresses, toAbsoluteUrl, toHref } from "#urls.ts";
import type { FeedEntry } from "./entry.ts";
import type { Feed, FeedLinks } from "./feed.ts";
import { escapeXml, toElement } from "./xml.ts";

/**
 * What a feed shows to whoever opens it in a browser: a few elements of XHTML beside its own, which feed readers pass
 * over, and a style sheet that hides all but them. Browsers are giving up XSL.
 */
export const htmlNamespace = {
  "xmlns:h": "http://www.w3.org/1999/xhtml",
};

/** Goes before the first element. */
export const styleInstruction = `<?xml-stylesheet type="text/css" href="${toHref(addresses.feedStyle)}"?>`;

/** The head of the page: what this is and what to do with it. */
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
              ? "<h:strong>This is a page of a feed’s archive.</h:strong> A feed reader that wants all articles finds it by itself. To follow what is new, copy the address of the feed into yours:"
              : "<h:strong>This is a feed.</h:strong> A feed reader, which is a program or a website, takes its address and shows you what is new from then on. Copy it into yours:",
          ),
          toParagraph(toElement("h:code", {}, toBreakable(current ?? self))),
          toParagraph(
            toLink(
              toAbsoluteUrl(addresses.subscribe),
              "What feeds are, and which we have",
            ),
          ),
        ].join(""),
      ),
      toElement("h:h1", {}, toLink(url, title)),
      toParagraph(escapeXml(description)),
    ].join(""),
  );

/** An article in it. */
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

/** An address that a narrow page breaks between its parts. */
const toBreakable = (url: string) =>
  escapeXml(url).replace(/(?<=\w)\/(?=\w)/g, "<h:wbr/>/");
const toParagraph = (content: string) => toElement("h:p", {}, content);
const toLink = (href: string, text: string) =>
  toElement("h:a", { href }, escapeXml(text));
