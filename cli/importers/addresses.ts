import { posix } from "node:path";
import { siteAddress } from "#articles/fields.ts";
import { toKey } from "#check/rules/address.ts";
import { addresses } from "#urls.ts";
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

/** A path as the field `aliases` takes it; undefined for what cannot be one, as /?p=12. */
export function toAlias(path: string): string | undefined {
  const alias = decode(path);
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
  for (const { source, slug, paths } of imported) {
    const address = addresses.article(slug);
    for (const path of paths) byAddress.set(toKey(path), address);
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
  const findName = (name: string): string | undefined => {
    const path = withoutEnding(name.replace(/^\//, ""));
    const file = [...byFile].find(
      ([one]) =>
        path.includes("/") && (one === path || one.endsWith(`/${path}`)),
    );
    const named = byName.get(posix.basename(path));
    return file?.[1] ?? (named?.size === 1 ? [...named][0] : undefined);
  };
  return {
    findName,
    find(from, link) {
      const own = toOwnPath(link, from.hosts);
      const [path = "", ...rest] = (own ?? link).split("#");
      const place = rest.length > 0 ? `#${rest.join("#")}` : "";
      const clean = decode(path.replace(/\?.*$/, ""));
      if (own === undefined) {
        const file = posix.join(posix.dirname(from.path), clean);
        const there = byFile.get(withoutEnding(file.replace(/\/$/, "")));
        return there && there + place;
      }
      const there =
        byAddress.get(toKey(path)) ??
        byAddress.get(toKey(clean)) ??
        byFile.get(withoutEnding(clean.slice(1)));
      if (there) return there + place;
      return ours.has(toKey(clean)) ? clean + place : undefined;
    },
  };
}

/** Without escapes; as it is when one of them means nothing. */
export function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
