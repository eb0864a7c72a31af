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
/** The page's card, from its head, and each picture, whatever stands in its other attributes: alt="5 > 3". */
const pictures =
  /<meta property="og:image" content="([^"]+)"|<img(?:"[^"]*"|[^"<>])*?\ssrc="([^"]+)"/g;

/**
 * What the sitemap says of a built page, or nothing of one that is not for search engines or belongs elsewhere.
 * Pictures are those that the site itself has, each once.
 */
export function toEntry<T extends { url: string }>(
  item: T,
  page: string,
): (T & { lastmod?: string; img: { url: string }[] }) | undefined {
  if (hidden.test(page) || canonical.exec(page)?.[1] !== item.url)
    return undefined;
  const { origin } = new URL(item.url);
  const addresses = [...page.matchAll(pictures)]
    .map(([, card, picture]) => (card ?? picture)!.replaceAll("&amp;", "&"))
    .filter((address) => !address.startsWith("data:"))
    .map((address) => new URL(address, item.url))
    .filter((url) => url.origin === origin);
  const lastmod = modified.exec(page)?.[1];
  return {
    ...item,
    // Text of its own: a piece of the page would keep the whole page in memory.
    ...(lastmod && { lastmod: new Date(lastmod).toISOString() }),
    img: [...new Set(addresses.map(({ href }) => href))].map((url) => ({
      url,
    })),
  };
}

/**
 * The sitemap, from the built pages themselves: it can neither list a page that asks not to be, nor say another day of
 * last change than the page does. Each page is read once.
 */
export function siteMap(): AstroIntegration {
  let dist: URL;
  let failure: unknown;
  const { name, hooks } = sitemap({
    namespaces: { news: false, video: false, xhtml: false },
    async serialize(item) {
      try {
        const path = new URL(item.url).pathname.slice(toHref("/").length);
        const file = new URL(`${path}index.html`, dist);
        return toEntry(item, await readFile(file, "utf8"));
      } catch (error) {
        // The plugin would only log it and leave the sitemap out.
        failure ??= error;
        throw error;
      }
    },
  });

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
