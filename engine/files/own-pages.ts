import { existsSync, globSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { addresses } from "#urls.ts";
import { contentFolder, toId } from "./find-files.ts";
import { findRoute, isPage, listNewRoutes, toRouteAddress } from "./routes.ts";

/** The files of public/ by the addresses a build copies them to: `/files/list.txt`. */
export function listPublicFiles(root: string): string[] {
  const folder = join(root, "public");
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map(({ parentPath, name }) => {
          const path = relative(folder, join(parentPath, name));
          return `/${path.split(sep).join("/")}`;
        })
    : [];
}

export const listOwnAddresses = (root: string): string[] => [
  ...listNewRoutes(root).flatMap((route) => toRouteAddress(route) ?? []),
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

// Read once: the dev server reloads this module when a file is added or deleted (see own-files.ts).
let pages: ReturnType<typeof readPages> | undefined;
let routes: ReturnType<typeof listNewRoutes> | undefined;

/** Whether there is an optional page such as /about/, for the engine's own links; `check` uses site-pages.ts. */
export const hasPage = (address: string): boolean =>
  (pages ??= readPages(process.cwd())).has(address);

/** Whether one of the publication's own routes can serve an address. */
export const isOwnRoute = (address: string): boolean =>
  findRoute((routes ??= listNewRoutes(process.cwd())), address) !== undefined;

/** The folders at the root with the publication's own pages: `/tools/`. */
export const listOwnFolders = (): string[] => [
  ...new Set(
    (routes ??= listNewRoutes(process.cwd())).flatMap((route) =>
      isPage(route) ? `/${route.pattern.split("/")[1]}/` : [],
    ),
  ),
];
