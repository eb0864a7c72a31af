import { toHref } from "#urls.ts";

/** Old addresses, from the root: those that redirect, and those that are gone. */
export type Redirects = {
  moved: { from: string; to: string }[];
  gone: string[];
};

/**
 * `_redirects`, as Netlify and Cloudflare Pages read it: `/old/ /articles/new/ 301`, escaped as in a URL. A colon would
 * start a placeholder.
 */
export const toRedirects = ({ moved }: Redirects): string =>
  moved
    .map(
      ({ from, to }) =>
        `${toUrlPath(from).replaceAll(":", "%3A")} ${toUrlPath(to)} 301\n`,
    )
    .join("");

/** `.htaccess` for Apache, which matches the whole unescaped address. */
export const toHtaccess = ({ moved, gone }: Redirects): string =>
  [
    "ErrorDocument 404 " + toUrlPath("/404.html"),
    // Apache does not know the media type of Markdown copies.
    'AddType "text/markdown; charset=utf-8" .md',
    ...moved.map(
      ({ from, to }) =>
        `RedirectMatch permanent ${toPattern(from)} ${toUrlPath(to)}`,
    ),
    ...gone.map((address) => `RedirectMatch gone ${toPattern(address)}`),
    "",
  ].join("\n");

/** The `.htaccess` beside a withdrawn article's page: Apache answers 410 with that page. */
export const toGoneHtaccess = (address: string): string =>
  `ErrorDocument 410 ${toUrlPath(address)}index.html\n`;

const toUrlPath = (address: string): string => encodeURI(toHref(address));

/** /2019/a.html → ^/2019/a\.html/?$ */
const toPattern = (address: string): string =>
  `^${toHref(address)
    .replace(/\/$/, "")
    .replace(/[.+*?^$()[\]{}|\\]/g, "\\$&")}/?$`;
