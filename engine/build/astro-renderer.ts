import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { RouteData } from "astro";
import type { Entry } from "#check/entries.ts";
import { listedPages, type ListedPage } from "#model/listed-pages.ts";
import { hasOnlyProps, watchQueries } from "#model/queries.ts";
import { ownRouteFolder } from "#files/replaceable.ts";
import { listFiles } from "./inputs.ts";
import { toPageKey } from "./page-key.ts";

/*
 * This file, keep-renderer.ts and open-renderer.ts rely on Astro's internals. Astro compiles a site into a program,
 * the renderer, and deletes it after use. If we keep it, it can render single pages from changed Markdown without
 * Vite. If anything differs from what this code expects, it refuses or throws a Surprise, and the site is built in
 * full.
 */

/** The reason why a quick build is not possible. */
export class Surprise extends Error {}

/** A path of the site, with facts about its file. */
export type Rendered = {
  /** Its name in Astro. */
  pathname: string;
  /** Its file in dist/. */
  file: string;
  isPage: boolean;
  /** Equal keys mean equal bytes. Undefined if the page may show more than its props: every build renders it. */
  key?: string | undefined;
  /** The addresses of its resized pictures. */
  pictures: string[];
  /** Its entry in the sitemap. */
  listed?: [url: string, page: ListedPage] | undefined;
};

/** A path before it is rendered. */
export type Path = Rendered & { route: RouteData };

/** Everything that rendering without Astro's build needs. */
export type Renderer = {
  folder: string;
  entry: string;
  /** A hash of its code. */
  digest: string;
  /** The style sheets of each page, in the form of Astro's `setInternals`. */
  styles: [string, { styles: unknown }][];
  /** The output folder of the build that made it. */
  dist: string;
  /** The site's origin and base. */
  origin: string;
  base: string;
  /** The addresses of resized pictures, by request. */
  resized: Record<string, string>;
};

/** Data from a full build for later builds. */
export type Kept = {
  folder: string;
  renderer?: Renderer;
  paths: Rendered[];
  /** The files that the site's code imports from outside of `src/`, from the root. */
  outside: string[];
  /** The reason why the renderer cannot be reused, if any. */
  refusal?: string;
};

export type Store = Map<string, Map<string, Entry>>;
export const place = Symbol.for("gatepost.kept-renderer");
export const contentPlace = "gatepost.content";
export const shared = globalThis as {
  [place]?: Kept;
  [contentPlace]?: Store;
  astroAsset?: { addStaticImage?: (...call: unknown[]) => string };
};

/** Makes the next build in this process keep its renderer in a folder, which must be below the site's root. */
export const keepInto = (folder: string): Kept =>
  (shared[place] = { folder, paths: [], outside: [] });

export type App = {
  routeCache: {
    get: (route: RouteData) => { staticPaths?: StaticPaths } | undefined;
  };
  setInternals: (internals: object) => void;
  setOptions: (options: object) => void;
  render: (
    request: Request,
    options: { routeData: RouteData },
  ) => Promise<Response>;
};
type StaticPaths = {
  keyed: Map<string, { params: object; props?: object }>;
};

export const astroFolder = join(
  createRequire(import.meta.url).resolve("astro/package.json"),
  "../dist",
);
export const importFile = async (
  path: string,
): Promise<Record<string, unknown>> =>
  (await import(pathToFileURL(path).href)) as Record<string, unknown>;

/** A hash of a renderer's code. */
export function toCodeDigest(folder: string): string {
  const hash = createHash("sha256");
  const entries = readdirSync(folder).map((name) => join(folder, name));
  for (const file of [...entries.sort(), ...listFiles(join(folder, "chunks"))])
    if (file.endsWith(".mjs")) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** The key of a request to resize a picture. */
export const toCall = (call: unknown[]): string => JSON.stringify(call);

/** The addresses of the resized pictures on the page being rendered. */
let asked: string[] | undefined;
export const notePicture = (address: string): void => void asked?.push(address);

/** The number of pages between two turns of the event loop: native code frees its memory only then. */
const perTurn = 10;
let noted = 0;

/** Renders a page and records what it uses besides its props. Pages are rendered one at a time. */
export async function note<T>(
  { route, ...path }: Path,
  render: () => Promise<T>,
): Promise<{ result: T; rendered: Rendered }> {
  if (++noted % perTurn === 0) await setImmediate();
  const rendered: Rendered = { ...path, pictures: [], listed: undefined };
  listedPages.clear();
  asked = rendered.pictures;
  watchQueries(() => {
    rendered.key = undefined;
  });
  try {
    const result = await render();
    for (const [url, page] of listedPages)
      rendered.listed = [
        url,
        { ...page, pictures: await Promise.all(page.pictures) },
      ];
    return { result, rendered };
  } catch (error) {
    // As in a build by Astro.
    (error as { id?: string }).id ??= route.component;
    throw error;
  } finally {
    asked = undefined;
    watchQueries();
  }
}

/** Restores the sitemap entries that `note` recorded. */
export function listPages(paths: readonly Rendered[]): void {
  listedPages.clear();
  for (const { listed } of paths) if (listed) listedPages.set(...listed);
}

/** Astro's list of paths, each with its key. If two have the same address, Astro renders the first. */
export async function toPaths(
  app: App,
  all: { pathname: string; route: RouteData }[],
): Promise<Path[]> {
  const { getOutputFilename } = (await importFile(
    join(astroFolder, "core/output-filename.js"),
  )) as {
    getOutputFilename: (
      format: "directory",
      pathname: string,
      route: RouteData,
    ) => string;
  };
  const seen = new Set<string>();
  return all.flatMap(({ pathname, route }) => {
    const name = pathname.replace(/\/$/, "");
    if (seen.has(name)) return [];
    seen.add(name);
    return {
      pathname,
      route,
      file: getOutputFilename("directory", pathname, route).replace(
        /^\/|\/$/g,
        "",
      ),
      isPage: route.type === "page",
      key: toKey(app, pathname, route),
      pictures: [],
    };
  });
}

function toKey(
  { routeCache }: App,
  pathname: string,
  route: RouteData,
): string | undefined {
  const path = routeCache.get(route)?.staticPaths?.keyed.get(pathname);
  // A page without parameters queries the library itself; the publication's own pages may read anything, unless they say no.
  const isOwn = route.component.startsWith(`${ownRouteFolder}/`);
  if (!path || (isOwn && !(path.props && hasOnlyProps(path.props))))
    return undefined;
  try {
    return toPageKey([route.component, path.params, path.props]);
  } catch {
    return undefined;
  }
}

/** The URL with which Astro renders a path. */
export function toUrl(
  { pathname, route }: Path,
  { origin, base }: Pick<Renderer, "origin" | "base">,
): URL {
  const inside = pathname.replace(/^\/|\/$/g, "");
  const isFile = route.type === "endpoint" && /\/[^/]+\.\w+$/.test(pathname);
  return new URL(
    `${base.replace(/\/$/, "")}/${inside}${isFile || !inside ? "" : "/"}`,
    origin,
  );
}
