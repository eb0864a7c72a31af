import { pageOf, type CollectionName } from "#model/collections.ts";
import { unescapePart } from "#text/escapes.ts";
import { site } from "#site.ts";
import { toHref } from "#urls.ts";

/** Characters that browsers ignore in an address: they read java\tscript: as javascript:. */
const ignored = /[\t\n\r]|^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;

export const toCleanAddress = (written: string): string =>
  written.replace(ignored, "");

/**
 * The path from the root and the fragment that a link in a text leads to; undefined if it leaves the site, null if the address
 * is invalid.
 * @param clean the address as browsers read it
 */
export function toSiteLink(
  clean: string,
  collection: CollectionName,
  id: string,
): { path: string; hash: string } | undefined | null {
  // A call to action appears on many pages, so its links cannot be relative.
  const own = pageOf[collection]?.(id) ?? "/";
  const base = new URL(toHref(own), site.address);
  const url = URL.parse(/^\/(?!\/)/.test(clean) ? toHref(clean) : clean, base);
  if (!url) return null;
  const root = toHref("/");
  return url.host !== base.host || !url.pathname.startsWith(root)
    ? undefined
    : {
        path: `/${unescapePart(url.pathname.slice(root.length))}`,
        hash: unescapePart(url.hash.slice(1)),
      };
}
