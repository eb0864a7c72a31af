import { toHref } from "#urls.ts";

/** Addresses that no article has any more, from the root: where each leads now, and those that lead nowhere. */
export type Redirects = {
  moved: { from: string; to: string }[];
  gone: string[];
};

/** `_redirects`, as Netlify and Cloudflare Pages read it: `/old/ /articles/new/ 301`, escaped as in a URL. */
export const toRedirects = ({ moved }: Redirects): string =>
  moved
    .map(({ from, to }) => `${toUrlPath(from)} ${toUrlPath(to)} 301\n`)
    .join("");

/** `.htaccess`, as Apache reads it: it compares addresses unescaped, from the beginning to the end. */
export const toHtaccess = ({ moved, gone }: Redirects): string =>
  [
    "ErrorDocument 404 " + toUrlPath("/404.html"),
    // Of the articles' texts Apache does not know what they are.
    'AddType "text/markdown; charset=utf-8" .md',
    ...moved.map(
      ({ from, to }) =>
        `RedirectMatch permanent ${toPattern(from)} ${toUrlPath(to)}`,
    ),
    ...gone.map((address) => `RedirectMatch gone ${toPattern(address)}`),
    "",
  ].join("\n");

/** The `.htaccess` beside the page of an article that was taken back: Apache answers 410 and shows that page. */
export const toGoneHtaccess = (address: string): string =>
  `ErrorDocument 410 ${toUrlPath(address)}index.html\n`;

const toUrlPath = (address: string): string => encodeURI(toHref(address));

/** /2019/a.html → ^/2019/a\.html/?$ */
const toPattern = (address: string): string =>
  `^${toHref(address)
    .replace(/\/$/, "")
    .replace(/[.+*?^$()[\]{}|\\]/g, "\\$&")}/?$`;
