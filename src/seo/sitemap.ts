import { readFile } from "node:fs/promises";
import sitemap from "@astrojs/sitemap";
import type { AstroIntegration } from "astro";
import { toHref } from "#urls.ts";

/** What Head.astro writes when the page has a day of last change. */
const modified = /<meta property="og:updated_time" content="([^"]+)"/;
/** Where Head.astro says that the page belongs. */
const canonical = /<link rel="canonical" href="([^"]+)"/;
/** What Head.astro and the redirect pages write when a page is not for search engines. */
const hidden = /<meta name="robots" content="noindex"/;

/**
 * The sitemap, from the built pages themselves: it can neither list a page that asks not to be, nor say another day of
 * last change than the page does.
 */
export function siteMap(): AstroIntegration {
  let dist: URL;
  let failure: unknown;
  const { name, hooks } = sitemap({
    async serialize(item) {
      try {
        return await toEntry(item);
      } catch (error) {
        // The plugin would only log it and leave the sitemap out.
        failure ??= error;
        throw error;
      }
    },
  });
  async function toEntry<T extends { url: string }>(
    item: T,
  ): Promise<(T & { lastmod?: string }) | undefined> {
    const path = new URL(item.url).pathname.slice(toHref("/").length);
    const page = await readFile(new URL(`${path}index.html`, dist), "utf8");
    if (hidden.test(page) || canonical.exec(page)?.[1] !== item.url)
      return undefined;
    const lastmod = modified.exec(page)?.[1];
    return lastmod ? { ...item, lastmod } : item;
  }

  return {
    name,
    hooks: {
      ...hooks,
      "astro:build:done": async (options) => {
        dist = options.dir;
        await hooks["astro:build:done"]?.(options);
        if (failure) throw failure;
      },
    },
  };
}
