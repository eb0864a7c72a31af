import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RouteData } from "astro";
import type { Entry } from "#check/entries.ts";
import { listedPages, type ListedPage } from "#model/listed-pages.ts";
import { watchQueries } from "#model/queries.ts";
import { ownRouteFolder } from "#files/routes.ts";
import { toPageKey } from "./page-key.ts";

/*
 * This file, keep-renderer.ts and open-renderer.ts lean on Astro's internals. Astro compiles a site into a program, the renderer, which it deletes after
 * use. Kept, it renders single pages from changed Markdown without Vite. Whatever looks different from what is expected
 * there refuses or throws a Surprise, and the site is built the long way.
 */

/** Why the quick way cannot be taken. */
export class Surprise extends Error {}

/** A path of the site and what is known of its file. */
export type Rendered = {
  /** Astro's name for it. */
  pathname: string;
  /** Its file in dist/. */
  file: string;
  isPage: boolean;
  /** Equal keys mean equal bytes. Undefined if the page may show more than its props: every build renders it. */
  key?: string | undefined;
  /** A hash of the article that it is about. */
  article?: string | undefined;
  /** The addresses of the resized pictures that it asked for. */
  pictures: string[];
  /** What the sitemap says of it. */
  listed?: [url: string, page: ListedPage] | undefined;
};

/** A path that is not rendered yet. */
export type Path = Rendered & { route: RouteData };

/** What is needed to render without Astro's build. */
export type Renderer = {
  folder: string;
  entry: string;
  /** The style sheets of each page, as Astro's `setInternals` takes them. */
  styles: [string, { styles: unknown }][];
  /** The site's origin and base. */
  origin: string;
  base: string;
  /** The addresses of resized pictures, by what was asked for. */
  resized: Record<string, string>;
};

/** What a build the long way leaves for later ones. */
export type Kept = {
  folder: string;
  renderer?: Renderer;
  paths: Rendered[];
  /** The files that the site's code imports from outside of `src/`, from the root. */
  outside: string[];
  /** Why the renderer cannot be used again, if so. */
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

/** Asks the next build in this process to keep its renderer in a folder, which must be below the site's root. */
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

/** Names what was asked of Astro's resizing. */
export const toCall = (call: unknown[]): string => JSON.stringify(call);

/** The addresses of the pictures that the page being rendered asks for. */
let asked: string[] | undefined;
export const notePicture = (address: string): void => void asked?.push(address);

/** Renders a page and notes what it shows beside its props. Pages are rendered one after the other. */
export async function note<T>(
  { route: _, ...path }: Path,
  render: () => Promise<T>,
): Promise<{ result: T; rendered: Rendered }> {
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
  } finally {
    asked = undefined;
    watchQueries();
  }
}

/** Gives the sitemap what `note` took from it. */
export function listPages(paths: readonly Rendered[]): void {
  listedPages.clear();
  for (const { listed } of paths) if (listed) listedPages.set(...listed);
}

/** Astro's list of paths with the key of each. Of two with the same address Astro renders the first. */
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
      ...toKeys(app, pathname, route),
      pictures: [],
    };
  });
}

function toKeys(
  { routeCache }: App,
  pathname: string,
  route: RouteData,
): Pick<Rendered, "key" | "article"> {
  const path = routeCache.get(route)?.staticPaths?.keyed.get(pathname);
  // A page without parameters queries the library itself; a page of the publication's own may read anything.
  if (!path || route.component.startsWith(`${ownRouteFolder}/`)) return {};
  const { article } = (path.props ?? {}) as { article?: object };
  try {
    return {
      key: toPageKey([route.component, path.params, path.props]),
      article: article && toPageKey(article),
    };
  } catch {
    return {};
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
