import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { isReserved } from "#urls.ts";
import { ownRouteFolder } from "./replaceable.ts";

/** A route: its file within the routes folder, Astro's pattern for it, and the form of the addresses that it can serve. */
export type Route = { file: string; pattern: string; form: RegExp };

/** The engine's routes. A publication replaces one with a file of the same name in `src/pages/`. */
export const listRoutes = (): Route[] =>
  listFolder(join(import.meta.dirname, "../routes"));

export const listOwnRoutes = (root: string): Route[] =>
  listFolder(join(root, ownRouteFolder));

/** The file that replaces an engine route, from the publication's root. */
export const toOwnRoute = ({ file }: Route) => `${ownRouteFolder}/${file}`;

/** As in Astro, files and folders that begin with _ are not routes. */
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
    .map((file) => {
      const pattern = `/${file.replace(/\.\w+$/, "").replace(/(?:^|\/)index$/, "")}`;
      return { file, pattern, form: toForm(file, pattern) };
    });
}

/** The publication's routes that replace no engine route. */
export const listNewRoutes = (root: string): Route[] =>
  listOwnRoutes(root).filter(({ pattern }) => {
    const [, first = ""] = pattern.split("/");
    return !/^$|\[/.test(first) && !isReserved(first.toLowerCase());
  });

/** A route's address as links write it, with a trailing slash for pages; undefined if it has parameters. */
export const toRouteAddress = (route: Route): string | undefined =>
  route.pattern.includes("[")
    ? undefined
    : `${route.pattern}${isPage(route) ? "/" : ""}`;

/** The first route that can serve an address; case is ignored. */
export const findRoute = (routes: readonly Route[], address: string) =>
  routes.find(({ form }) => form.test(address));

const toForm = (file: string, pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(
      /(\/?)\[(\.{3})?\w+\]|[^\w/-]/g,
      (found, slash?: string, rest?: string) =>
        slash === undefined
          ? `\\${found}`
          : !rest
            ? `${slash}[^/]+`
            : "(?:/.+)?",
    )}${isPage({ file }) ? "/" : ""}$`,
    "i",
  );

export const isPage = ({ file }: Pick<Route, "file">) => !/\.[jt]s$/.test(file);
