import { unescapeAddress } from "gatepost/text/escapes.ts";
import { posix } from "node:path";
import { siteAddress } from "gatepost/model/fields.ts";
import { addresses, toAddressKey } from "gatepost/urls.ts";
import type { SourceArticle } from "./source.ts";

/** The path of an address on one of some hosts, of one without a host too; undefined for other people's. */
export function toOwnPath(
  address: string,
  hosts: readonly string[],
): string | undefined {
  if (address.startsWith("/") && !address.startsWith("//")) return address;
  for (const host of hosts) {
    if (host === "__GHOST_URL__" && address.startsWith(host))
      return address.slice(host.length) || "/";
    if (!URL.canParse(host) || !/^(?:https?:)?\/\//i.test(address)) continue;
    const [ours, theirs] = [
      new URL(host),
      URL.canParse(address, host) ? new URL(address, host) : undefined,
    ];
    const bare = (url: URL) => url.host.replace(/^www\./, "");
    if (theirs && bare(ours) === bare(theirs))
      return theirs.pathname + theirs.search + theirs.hash;
  }
  return undefined;
}

/** A path as an alias, unescaped; undefined if it cannot be one, like /?p=12. */
export function toAlias(path: string): string | undefined {
  // decodeURI leaves these escaped.
  const alias = unescapeAddress(path).replace(
    /%(?:26|2b|2c|3a|3b|3d|40)/gi,
    decodeURIComponent,
  );
  return siteAddress().safeParse(alias).success ? alias : undefined;
}

/** What leads to articles: the ones that are imported by their old addresses, files and names; the ones that are here. */
export type Links = {
  /** Where a link leads on this site; undefined when it leads nowhere. */
  find: (from: SourceArticle, link: string) => string | undefined;
  /** Where a file's or an article's name leads, as short forms say it. */
  findName: (name: string) => string | undefined;
};

const withoutEnding = (path: string) =>
  path.replace(/(?:\/_?index)?\.(?:md|mdx|markdown|html?)$/i, "");

/** What a name leads to when it leads to one thing alone. */
const toOnly = (found: readonly string[]): string | undefined =>
  found.length === 1 ? found[0] : undefined;

/** @param ours every address of this site that is there without the import */
export function toLinks(
  imported: readonly {
    source: SourceArticle;
    slug: string;
    paths: readonly string[];
  }[],
  ours: ReadonlySet<string>,
): Links {
  const byAddress = new Map<string, string>();
  const byFile = new Map<string, string>();
  const byName = new Map<string, Set<string>>();
  /** Where each was: what its relative links began from. */
  const bases = new Map<SourceArticle, string>();
  for (const { source, slug, paths } of imported) {
    const address = addresses.article(slug);
    for (const path of [address, ...paths])
      byAddress.set(toAddressKey(path), address);
    const [base] = paths;
    if (base) bases.set(source, base);
    byName.set(slug, (byName.get(slug) ?? new Set()).add(address));
    if (source.part !== undefined) continue;
    const file = withoutEnding(source.path);
    byFile.set(file, address);
    const name = posix.basename(file);
    for (const one of new Set([
      name,
      name.replace(/^\d{4}-\d\d?-\d\d?-/, ""),
      slug,
    ]))
      byName.set(one, (byName.get(one) ?? new Set()).add(address));
  }
  const findFile = (path: string): string | undefined =>
    toOnly(
      [...byFile]
        .filter(([file]) => file === path || file.endsWith(`/${path}`))
        .map(([, address]) => address),
    );
  const findNamed = (name: string): string | undefined =>
    toOnly([...(byName.get(name) ?? [])]);
  return {
    findName(name) {
      const path = withoutEnding(name.replace(/^\//, ""));
      return (
        (path.includes("/") ? findFile(path) : undefined) ??
        findNamed(posix.basename(path))
      );
    },
    find(from, link) {
      const [path = "", ...rest] = link.split("#");
      const place = rest.length > 0 ? `#${rest.join("#")}` : "";
      const file = posix.join(
        posix.dirname(from.path),
        unescapeAddress(path.replace(/\?.*$/, "")),
      );
      const base = bases.get(from);
      const own =
        toOwnPath(path, from.hosts) ??
        (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)
          ? undefined
          : (byFile.get(withoutEnding(file.replace(/\/$/, ""))) ??
            (base && new URL(path, `https://x.example${base}`).pathname)));
      if (own === undefined) return undefined;
      const clean = unescapeAddress(own.replace(/\?.*$/, ""));
      const there =
        byAddress.get(toAddressKey(own)) ?? byAddress.get(toAddressKey(clean));
      if (there) return there + place;
      if (ours.has(toAddressKey(clean))) return clean + place;
      // /posts/a-title/ for content/posts/a-title.md, and /a-title/ for the only article of that name
      const key = withoutEnding(clean).replace(/^\/|\/$/g, "");
      const named = key.includes("/") ? findFile(key) : findNamed(key);
      return named && named + place;
    },
  };
}
