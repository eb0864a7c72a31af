import type { Dist } from "./build-site.ts";

/** One address for every kind of page of the fixture site, with every feature. */
const known = [
  "/",
  "/articles/",
  "/articles/page/2/",
  "/articles/everything/",
  "/articles/advertised/",
  "/articles/in-mdx/",
  "/articles/replaced/",
  "/archive/",
  "/archive/2026/",
  "/topics/",
  "/categories/work/",
  "/tags/shared/",
  "/series/ladder/",
  "/authors/saucepan/",
  "/about/",
  "/nothing-here/",
];

/**
 * Those, and every other top-level page of a built site, so that new pages are tested without being listed here.
 */
export const toKinds = (dist: Dist): string[] => [
  ...new Set([
    ...known,
    ...[...dist]
      .filter(
        ([path, page]) =>
          /^[^/]+\/index\.html$/.test(path) && !isRedirect(page),
      )
      .map(([path]) => `/${path.replace("index.html", "")}`),
  ]),
];

/** Whether a page redirects immediately. */
export const isRedirect = (page: Buffer): boolean =>
  page.includes('http-equiv="refresh"');
