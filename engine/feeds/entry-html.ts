import type { Article } from "#model/article.ts";
import { formatDay } from "#model/dates.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";
import { xml } from "./xml.ts";

/**
 * The HTML of an article in a feed: its cover, its text, its sources, and the notices that the page has beside the text:
 * that it is superseded, and when its facts were checked.
 * @param parts standalone HTML
 */
export const toEntryHtml = (
  { supersededBy, reviewedDate, sources }: Article,
  { cover, text }: { cover: string; text: string },
): string =>
  xml`${{ markup: cover }}
    ${
      supersededBy &&
      xml`<p><strong>Out of date:</strong> <a href="${toAbsoluteUrl(addresses.article(supersededBy))}">read the newer version</a>.</p>`
    }
    ${{ markup: text }}
    ${
      sources.length > 0 &&
      xml`<h2>Sources</h2><ol>${sources.map(
        ({ title, url, checked }) =>
          xml`<li><a href="${url}">${title}</a>, checked ${formatDay(checked)}</li>`,
      )}</ol>`
    }
    ${reviewedDate && xml`<p>Facts checked ${formatDay(reviewedDate)}.</p>`}`
    .markup;
