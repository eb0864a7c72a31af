import { globSync } from "node:fs";
import { join } from "node:path";
import { addresses } from "#urls.ts";
import { contentFolder } from "./find-files.ts";
import { listPublicFiles } from "./public-files.ts";
import { listNewRoutes, toRouteAddress } from "./routes.ts";

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
      (file) => addresses.page(file.slice(0, -".md".length)),
    ),
    ...listOwnAddresses(root),
  ]);

let pages: ReadonlySet<string> | undefined;

/**
 * Whether the publication has a page that not every publication has, like /about/ or /privacy/. This is for links of the
 * engine's own: `check` knows every address of the site (check/site-pages.ts). A build reads the folders once.
 */
export function hasPage(address: string): boolean {
  if (process.env.NODE_ENV !== "production") pages = undefined;
  return (pages ??= readPages(process.cwd())).has(address);
}
