import type { Article } from "#model/article.ts";
import { formatDay } from "#model/dates.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";
import { escapeXml, toElement } from "./xml.ts";

/**
 * All that a feed brings of an article: its cover, its text, and what its page says of both that stands in no text: that
 * another article replaces it, what it rests on and when that was checked.
 * @param text as HTML that stands alone; the cover likewise
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
