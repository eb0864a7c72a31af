import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";

/** A route: its file below the folder of routes, and the pattern that Astro reads from it. */
export type Route = { file: string; pattern: string };

export const ownRouteFolder = "src/pages";

/** The engine's routes. A publication replaces one with a file of the same name in `src/pages/`. */
export const listRoutes = (): Route[] =>
  listFolder(join(import.meta.dirname, "../routes"));

/** The publication's own routes, those that replace one of the engine's among them. */
export const listOwnRoutes = (root: string): Route[] =>
  listFolder(join(root, ownRouteFolder));

/** The file that replaces an engine route, from the publication's root. A packed engine has .js for .ts. */
export const toOwnRoute = ({ file }: Route): string =>
  `${ownRouteFolder}/${file.replace(/\.js$/, ".ts")}`;

/** As Astro reads a folder of routes: files and folders that begin with _ are parts of others. */
function listFolder(folder: string): Route[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((path) => String(path).split(sep).join("/"))
    .filter(
      (file) =>
        /\.(?:astro|[jt]s|mdx?|html)$/.test(file) &&
        !/(?:^|\/)(?:_|\.(?!well-known\/))/.test(file),
    )
    .sort()
    .map((file) => ({
      file,
      pattern: `/${file.replace(/\.\w+$/, "").replace(/(?:^|\/)index$/, "")}`,
    }));
}

/** The address of a route without parameters: a page has a trailing slash, an endpoint has none. */
export const toRouteAddress = ({ file, pattern }: Route): string | undefined =>
  pattern.includes("[")
    ? undefined
    : /\.[jt]s$/.test(file) || pattern === "/"
      ? pattern
      : `${pattern}/`;

/** Whether an address is one that a route can serve. */
export const isServedBy = ({ pattern }: Route, address: string): boolean =>
  new RegExp(
    `^${pattern.replace(
      /(\/?)\[(\.{3})?\w+\]|[^\w/-]/g,
      (found, slash, rest) =>
        slash === undefined
          ? `\\${found}`
          : rest
            ? (slash && "(?:/.*)?") || ".*"
            : `${slash}[^/]+`,
    )}/?$`,
  ).test(address);
