import type { Article } from "#model/article.ts";
import { formatDay } from "#model/dates.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";
import { escapeXml, toElement } from "./xml.ts";

/**
 * The HTML of an article in a feed: its cover, its text, its sources, and notices that the page has beside the text: that
 * it is superseded, and when its facts were checked.
 * @param text standalone HTML, and so is the cover
 */
export const toEntryHtml = (
  { supersededBy, reviewedDate, sources }: Article,
  { cover, text }: { cover: string; text: string },
): string =>
  [
    cover,
    supersededBy
      ? `<p><strong>Out of date:</strong> ${toLink(toAbsoluteUrl(addresses.article(supersededBy)), "read the newer version")}.</p>`
      : "",
    text,
    sources.length > 0 ? `<h2>Sources</h2>${toList(sources)}` : "",
    reviewedDate ? `<p>Facts checked ${formatDay(reviewedDate)}.</p>` : "",
  ].join("");

const toLink = (href: string, text: string) =>
  toElement("a", { href }, escapeXml(text));
const toList = (sources: Article["sources"]) =>
  toElement(
    "ol",
    {},
    sources
      .map(
        ({ title, url, checked }) =>
          `<li>${toLink(url, title)}, checked ${formatDay(checked)}</li>`,
      )
      .join(""),
  );
