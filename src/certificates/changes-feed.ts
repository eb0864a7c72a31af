import {
  toAbsoluteUrl,
  toFeedResponse,
  type FeedItem,
} from "gatepost/own-routes.ts";
import { catalogue } from "./addresses.ts";
import {
  mostChanges,
  toChangeAddress,
  toChanges,
  toFeedOrder,
  type Change,
} from "./changes.ts";
import { formatReading } from "./facts.ts";
import { formatWhen } from "./format.ts";
import { getCertificates } from "./library.ts";

/** The feed of changes in one format. */
export const toChangesResponse = async (
  format: "rss" | "atom" | "json",
): Promise<Response> =>
  toFeedResponse(
    catalogue.changes,
    format,
    toFeedOrder(toChanges(await getCertificates()))
      .slice(0, mostChanges)
      .map(toItem),
  );

/**
 * An item has the day on which its source was read: feed readers would put one with the day of the change, which may be a
 * year ahead, above everything until then.
 */
const toItem = (change: Change): FeedItem => ({
  id: change.id,
  address: toChangeAddress(change),
  title: `${change.short}, ${formatWhen(change.date)}`,
  summary: `${change.what} What to do: ${change.todo}`,
  html: toHtml(change),
  published: change.from.read,
  categories: [change.short],
});

const toHtml = ({ slug, name, code, date, what, todo, from }: Change): string =>
  [
    `${toLink(toAbsoluteUrl(catalogue.certificate(slug)), name)}${code ? ` (${escape(code)})` : ""}, ${formatWhen(date)}: ${escape(what)}`,
    `<strong>What to do:</strong> ${escape(todo)}`,
    `Source: ${toLink(from.url, from.title)}, ${escape(from.publisher)}, ${formatReading(from)}`,
  ]
    .map((html) => `<p>${html}</p>`)
    .join("");

const toLink = (url: string, text: string): string =>
  `<a href="${escape(url)}">${escape(text)}</a>`;

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
