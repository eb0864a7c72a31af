import { globSync } from "node:fs";
import { join } from "node:path";
import { addresses } from "#urls.ts";
import { contentFolder, toId } from "./find-files.ts";
import { listPublicFiles } from "./public-files.ts";
import { findRoute, listNewRoutes, toRouteAddress } from "./routes.ts";

/** The addresses of the publication's own routes, those without parameters, and of files in `public/`. */
export const listOwnAddresses = (root: string): string[] => [
  ...listNewRoutes(root).flatMap((route) => toRouteAddress(route) ?? []),
  // index.html is its folder's page.
  ...listPublicFiles(root).map((address) =>
    address.replace(/\/index\.html$/, "/"),
  ),
];

const readPages = (root: string): ReadonlySet<string> =>
  new Set([
    ...globSync("*.md", { cwd: join(root, contentFolder, "pages") }).map(
      (file) => addresses.page(toId(file)),
    ),
    ...listOwnAddresses(root),
  ]);

// Read once: the dev server loads this module anew when a file comes or goes (see own-files.ts).
let pages: ReturnType<typeof readPages> | undefined;
let routes: ReturnType<typeof listNewRoutes> | undefined;

/**
 * Whether the publication has a page that not every publication has, like /about/ or /privacy/. This is for links of the
 * engine's own: `check` knows every address of the site (check/site-pages.ts).
 */
export const hasPage = (address: string): boolean =>
  (pages ??= readPages(process.cwd())).has(address);

/** Whether a new route of the publication can serve an address. */
export const isOwnRoute = (address: string): boolean =>
  findRoute((routes ??= listNewRoutes(process.cwd())), address) !== undefined;
