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
  toShorts,
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
  title: `${toShorts(change).join(", ")}, ${formatWhen(change.date)}`,
  summary: `${change.what} What to do: ${change.todo}`,
  html: toHtml(change),
  published: change.from.read,
  categories: toShorts(change),
});

const toHtml = (change: Change): string => {
  const { slug, name, code, date, what, todo, from, also } = change;
  const toPage = (slug: string, text: string) =>
    toLink(toAbsoluteUrl(catalogue.certificate(slug)), text);
  const names = [
    `${toPage(slug, name)}${code ? ` (${escape(code)})` : ""}`,
    ...also.map(({ slug, short }) => toPage(slug, short)),
  ];
  return [
    `${names.join(", ")}, ${formatWhen(date)}: ${escape(what)}`,
    `<strong>What to do:</strong> ${escape(todo)}`,
    `Source: ${toLink(from.url, from.title)}, ${escape(from.publisher)}, ${formatReading(from)}`,
  ]
    .map((html) => `<p>${html}</p>`)
    .join("");
};

const toLink = (url: string, text: string): string =>
  `<a href="${escape(url)}">${escape(text)}</a>`;

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
