import { toFormats, topicAddresses } from "#model/follow.ts";
import type { FollowedKind } from "#site-settings.ts";
import {
  addresses,
  feedFormats,
  toAddressPattern,
  toFeedAddress,
  toHref,
  toTextAddress,
} from "#urls.ts";
import { toHeaderRules, toPattern } from "./headers.ts";

/** An address that leads elsewhere, both escaped as in a URL. `:slug` stands for a segment; other colons are escaped. */
export type Move = { from: string; to: string };

/** Feeds of topics in formats that the site does not write lead to the RSS feed, so that subscribers keep it. */
const toFeedMoves = (): Move[] =>
  Object.entries(topicAddresses).flatMap(([kind, toAddress]) =>
    feedFormats
      .filter((format) => !toFormats(kind as FollowedKind).includes(format))
      .map((format) => ({
        from: toHref(toFeedAddress(toAddress(":slug"), format)),
        to: toHref(toFeedAddress(toAddress(":slug"), "rss")),
      })),
  );

const isArticle = toAddressPattern(addresses.article);
const isSeries = toAddressPattern(addresses.series);

/**
 * An alias, with the Markdown copy of an article or an own entry and a series' feeds. These lead to the site's: feed readers
 * need a feed.
 */
const toAliasMoves = ({ from, to }: Move): Move[] => [
  { from, to },
  ...(isArticle.test(from) || (!isArticle.test(to) && from.endsWith("/"))
    ? [{ from: toTextAddress(from), to: toTextAddress(to) }]
    : []),
  ...(isSeries.test(from)
    ? feedFormats.map((format) => ({
        from: toFeedAddress(from, format),
        to: toFeedAddress(addresses.home, format),
      }))
    : []),
];

/** All redirects, with those of `aliases`: old addresses, each with the address that replaced it. */
export const toMoves = (aliases: readonly Move[]): Move[] => [
  ...aliases.flatMap(toAliasMoves).map(({ from, to }) => ({
    from: toUrlPath(from).replaceAll(":", "%3A"),
    to: toUrlPath(to),
  })),
  ...toFeedMoves(),
];

export const toRedirects = (moves: readonly Move[]): string =>
  moves.map(({ from, to }) => `${from} ${to} 301\n`).join("");

/** The reverse of `toRedirects`; undefined for any other text. */
export const readRedirects = (text: string): Move[] | undefined => {
  const moves = text.split("\n").flatMap((line) => {
    const [from = "", to = ""] = line.split(" ");
    return line ? [{ from, to }] : [];
  });
  return toRedirects(moves) === text ? moves : undefined;
};

/** The expression for an old address, with or without the slash at its end, as servers match it: unescaped. */
export const toMovePattern = (from: string): string =>
  `${toPattern(decodeURIComponent(from.replace(/\/$/, ""))).slice(0, -1)}/?$`;

/** The first line of `.htaccess`. */
export const toErrorDocument = (): string =>
  `ErrorDocument 404 ${toUrlPath("/404.html")}`;

/** `.htaccess` for Apache, which matches unescaped paths. */
export const toHtaccess = (moves: readonly Move[], policy: string): string =>
  [
    toErrorDocument(),
    "AddDefaultCharset utf-8",
    // Debian's Apache lists a folder without a page, and the list would name unlisted articles and private previews.
    "Options -Indexes",
    ...moves.map(
      ({ from, to }) =>
        `RedirectMatch permanent ${toMovePattern(from)} ${to.replace(":slug", "$1")}`,
    ),
    "<IfModule mod_headers.c>",
    ...toHeaderRules(policy)
      // A part of the address cannot become part of a value.
      .filter(({ path }) => !path.includes(":"))
      .flatMap(({ path, headers }) =>
        Object.entries(headers).map(
          ([name, value]) =>
            `Header ${name === "Content-Type" ? "" : "always "}set ${name} "${value}"${path === "/*" ? "" : ` "expr=%{REQUEST_URI} =~ m#${toPattern(path)}#"`}`,
        ),
      ),
    "</IfModule>",
    "",
  ].join("\n");

/** The site's policy in a text by `toHtaccess`. */
export const readPolicyHeader = (htaccess: string): string | undefined =>
  /^Header always set Content-Security-Policy "(.*)"$/m.exec(htaccess)?.[1];

/** Apache's 410 with the page of a withdrawn address, in its own folder: some hosts show the root's `.htaccess` to anyone. */
export function toGoneFile(address: string): [file: string, text: string] {
  // The page of /2019/a.html is in a folder too.
  const folder = address.replace(/\/?$/, "/");
  return [
    `${folder.slice(1)}.htaccess`,
    `ErrorDocument 410 ${toUrlPath(folder)}index.html\nRedirectMatch gone ${toMovePattern(toHref(folder))}\n`,
  ];
}

const toUrlPath = (address: string): string => encodeURI(toHref(address));
