import { toFormats, topicAddresses } from "#model/follow.ts";
import type { FollowedKind } from "#site-settings.ts";
import { feedFormats, toFeedAddress, toHref } from "#urls.ts";

/** Old addresses of articles: where each leads now, and the withdrawn ones that lead nowhere. */
export type Redirects = {
  moved: { from: string; to: string }[];
  gone: string[];
};

/**
 * The feeds of topics in formats that the site does not write, each with the RSS feed that replaces it, so that
 * subscribers keep it.
 * @param slug the placeholder for the topic's slug
 */
const toFeedMoves = (slug: string) =>
  Object.entries(topicAddresses).flatMap(([kind, toAddress]) =>
    feedFormats
      .filter((format) => !toFormats(kind as FollowedKind).includes(format))
      .map((format) => ({
        from: toFeedAddress(toAddress(slug), format),
        to: toFeedAddress(toAddress(slug), "rss"),
      })),
  );

/**
 * `_redirects` for Netlify and Cloudflare Pages: `/old/ /articles/new/ 301`, escaped as in a URL. A colon starts a
 * placeholder.
 */
export const toRedirects = ({ moved }: Redirects): string =>
  [
    ...moved.map(({ from, to }) => [
      toUrlPath(from).replaceAll(":", "%3A"),
      to,
    ]),
    ...toFeedMoves(":slug").map(({ from, to }) => [toHref(from), to]),
  ]
    .map(([from, to = ""]) => `${from} ${toUrlPath(to)} 301\n`)
    .join("");

/** `.htaccess` for Apache, which matches unescaped paths. */
export const toHtaccess = ({ moved, gone }: Redirects): string =>
  [
    `ErrorDocument 404 ${toUrlPath("/404.html")}`,
    // Apache does not know the media type of the articles' texts.
    'AddType "text/markdown; charset=utf-8" .md',
    ...[...moved, ...toFeedMoves("*")].map(
      ({ from, to }) =>
        `RedirectMatch permanent ${toPattern(from).replace("\\*", "([^/]+)")} ${toUrlPath(to).replace("*", "$1")}`,
    ),
    ...gone.map((address) => `RedirectMatch gone ${toPattern(address)}`),
    "",
  ].join("\n");

/** The `.htaccess` in the folder of a withdrawn article: Apache answers 410 and shows the page there. */
export const toGoneHtaccess = (address: string): string =>
  `ErrorDocument 410 ${toUrlPath(address)}index.html\n`;

const toUrlPath = (address: string): string => encodeURI(toHref(address));

/** /2019/a.html → ^/2019/a\.html/?$ */
const toPattern = (address: string): string =>
  `^${toHref(address)
    .replace(/\/$/, "")
    .replace(/[.+*?^$()[\]{}|\\]/g, "\\$&")}/?$`;
