import { pathToFileURL } from "node:url";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";
import { site } from "#site.ts";
import { listedPages, type ListedPage } from "#model/listed-pages.ts";

export async function toEntry<T extends { url: string }>(
  item: T,
  { modified, card, pictures }: ListedPage,
): Promise<T & { lastmod?: string; img: { url: string }[] }> {
  const { origin } = new URL(item.url);
  const addresses = (await Promise.all([card, ...pictures]))
    .map((address) => new URL(address, item.url))
    .filter((url) => url.origin === origin);
  return {
    ...item,
    ...(modified && { lastmod: new Date(modified).toISOString() }),
    img: [...new Set(addresses.map(({ href }) => href))].map((url) => ({
      url,
    })),
  };
}

/** The sitemap, from what seo/Head.astro recorded: it lists no page with `noindex`, and each with its own date. */
export function siteMap(): AstroIntegration {
  let failure: unknown;
  const { name, hooks } = sitemap({
    namespaces: { news: false, video: false, xhtml: false },
    async serialize(item) {
      const page = listedPages.get(item.url);
      return (
        page &&
        toEntry(item, page).catch((error: unknown) => {
          // Otherwise the plugin only logs the error and omits the sitemap.
          failure ??= error;
          throw error;
        })
      );
    },
  });

  return {
    name,
    hooks: {
      ...hooks,
      "astro:build:start": () => listedPages.clear(),
      "astro:build:done": async (options) => {
        await hooks["astro:build:done"]?.(options);
        if (failure) throw failure;
      },
    },
  };
}

/**
 * Writes the sitemap into a folder without an Astro build; the result is the same as with `siteMap`.
 * @param pathnames of all pages, without the site's base
 */
export async function writeSitemap(
  folder: string,
  pathnames: readonly string[],
  base: string,
): Promise<void> {
  const { hooks } = siteMap() as {
    hooks: Record<string, (options: object) => Promise<void> | void>;
  };
  const config = {
    site: site.address,
    base,
    trailingSlash: "always",
    build: { format: "directory" },
  };
  await hooks["astro:config:done"]?.({ config });
  await hooks["astro:routes:resolved"]?.({ routes: [] });
  await hooks["astro:build:done"]?.({
    dir: pathToFileURL(`${folder}/`),
    pages: pathnames.map((pathname) => ({
      pathname: pathname.replace(/\/?$/, "/").replace(/^\//, ""),
    })),
    logger: { ...console, info: () => undefined },
  });
}
