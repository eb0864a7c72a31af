import { unescapeAddress } from "gatepost/text/escapes.ts";
import { posix } from "node:path";
import { siteAddress } from "gatepost/model/fields.ts";
import { addresses, toAddressKey } from "gatepost/urls.ts";
import type { SourceArticle } from "./source.ts";

/** The path of an address without a host or on one of `hosts`; undefined for other sites. */
export function toOwnPath(
  address: string,
  hosts: readonly string[],
): string | undefined {
  if (address.startsWith("/") && !address.startsWith("//")) return address;
  for (const host of hosts) {
    if (host === "__GHOST_URL__" && address.startsWith(host))
      return address.slice(host.length) || "/";
    if (!URL.canParse(host) || !/^(?:https?:)?\/\//i.test(address)) continue;
    const url = URL.parse(address, host);
    const bare = (one: URL) => one.host.replace(/^www\./, "");
    if (url && bare(url) === bare(new URL(host)))
      return url.pathname + url.search + url.hash;
  }
  return undefined;
}

/** A path as an alias, decoded; undefined if it cannot be one, like /?p=12. */
export function toAlias(path: string): string | undefined {
  // decodeURI does not decode these.
  const alias = unescapeAddress(path).replace(
    /%(?:26|2b|2c|3a|3b|3d|40)/gi,
    decodeURIComponent,
  );
  // A redirect is a file, and no file system takes longer names.
  const isLong = alias.split("/").some((one) => Buffer.byteLength(one) > 250);
  return !isLong && siteAddress().safeParse(alias).success ? alias : undefined;
}

export type Links = {
  /** The new address of a link in an article; undefined if it leads to no page of this site. */
  find: (from: SourceArticle, link: string) => string | undefined;
  /** The new address of a file or an article named in a template tag. */
  findName: (name: string) => string | undefined;
};

const withoutEnding = (path: string) =>
  path.replace(/(?:\/_?index)?\.(?:md|mdx|markdown|html?)$/i, "");

/** undefined if the name is ambiguous. */
const toOnly = (found: readonly string[]): string | undefined =>
  found.length === 1 ? found[0] : undefined;

/** Finds imported articles by old address, file or name, and pages of this site, whose own addresses are `taken`. */
export function toLinks(
  imported: readonly {
    source: SourceArticle;
    slug: string;
    paths: readonly string[];
  }[],
  taken: ReadonlySet<string>,
): Links {
  const byAddress = new Map<string, string>();
  const byFile = new Map<string, string>();
  const byName = new Map<string, Set<string>>();
  /** Old addresses, to resolve relative links. */
  const bases = new Map<SourceArticle, string>();
  for (const { source, slug, paths } of imported) {
    const address = addresses.article(slug);
    for (const path of [address, ...paths])
      byAddress.set(toAddressKey(path), address);
    const [base] = paths;
    if (base) bases.set(source, base);
    const names = new Set([slug]);
    if (source.part === undefined) {
      const file = withoutEnding(source.path);
      byFile.set(file, address);
      const name = posix.basename(file);
      names.add(name).add(name.replace(/^\d{4}-\d\d?-\d\d?-/, ""));
    }
    for (const name of names)
      byName.set(name, (byName.get(name) ?? new Set()).add(address));
  }
  const findFile = (path: string): string | undefined =>
    toOnly(
      [...byFile]
        .filter(([file]) => file === path || file.endsWith(`/${path}`))
        .map(([, address]) => address),
    );
  const findNamed = (name: string): string | undefined =>
    toOnly([...(byName.get(name) ?? [])]);
  const findName = (name: string): string | undefined => {
    const path = withoutEnding(name.replace(/^\//, ""));
    return (
      (path.includes("/") ? findFile(path) : undefined) ??
      findNamed(posix.basename(path))
    );
  };
  return {
    findName,
    find(from, link) {
      // Zola's @/blog/a-title.md starts at the folder of the content.
      const [path = "", ...rest] = link.replace(/^@\//, "/").split("#");
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
      if (own === undefined) {
        // In Obsidian a note's name is enough.
        const named =
          from.dialect === "obsidian" && /\.md$/i.test(path)
            ? findName(unescapeAddress(path))
            : undefined;
        return named && named + place;
      }
      const clean = unescapeAddress(own.replace(/\?.*$/, ""));
      const there =
        byAddress.get(toAddressKey(own)) ?? byAddress.get(toAddressKey(clean));
      if (there) return there + place;
      if (taken.has(toAddressKey(clean))) return clean + place;
      // /posts/a-title/ matches content/posts/a-title.md; /a-title/ matches the only article of that name.
      const key = withoutEnding(clean).replace(/^\/|\/$/g, "");
      const named = key.includes("/") ? findFile(key) : findNamed(key);
      return named && named + place;
    },
  };
}
