import { addresses, isOwnedByRoute, toAddressKey } from "#urls.ts";
import { listAliases } from "#model/fields.ts";
import type { Finding } from "#files/finding.ts";
import type { ContentFile } from "#files/content.ts";
import { ownCollections, pageOf } from "#model/collections.ts";
import { listPublicFiles } from "#files/own-pages.ts";
import { ownRouteFolder } from "#files/replaceable.ts";
import { findRoute, listNewRoutes, toRouteAddress } from "#files/routes.ts";
import { atField, atTop, type Rule } from "#check/rule.ts";

/** An address of a file, or of an alias in it. */
type Claim = {
  file: string;
  address: string;
  alias?: { source: ContentFile; index: number };
  /** Whether the file is of an own collection, whose route may match the address. */
  isEntry?: boolean;
};

const toAddresses: Record<string, ((id: string) => string) | undefined> = {
  articles: addresses.article,
  pages: addresses.page,
  series: addresses.series,
};

export const addressRule: Rule = {
  errors: {
    "article/address":
      "Each address belongs to one page: no alias or file has the address of another one or of a route, and every address starts at the root.",
  },
  check: ({ root, collections, files }) => {
    const copied = new Map(
      listPublicFiles(root).map((address) => [
        toAddressKey(address),
        `public${address}`,
      ]),
    );
    const routes = listNewRoutes(root);
    const fixed = routes.filter(toRouteAddress);
    /** The file in public/, or the own route, that already has an address. */
    const findCopy = (key: string, isEntry = false): string | undefined => {
      const others = isEntry ? fixed : routes;
      const route =
        findRoute(others, `/${key}/`) ?? findRoute(others, `/${key}`);
      return copied.get(key) ?? (route && `${ownRouteFolder}/${route.file}`);
    };
    const ofFiles = files.flatMap(({ file, id, collection }): Claim[] => {
      const isEntry = collection in ownCollections;
      const toAddress = isEntry ? pageOf[collection] : toAddresses[collection];
      return toAddress ? [{ file, address: toAddress(id), isEntry }] : [];
    });
    const ofAliases = Object.entries(collections).flatMap(([name, sources]) =>
      sources.flatMap((source) =>
        listAliases(source.data).map((address): Claim => ({
          file: source.file,
          address,
          isEntry: name in ownCollections,
          alias: {
            source,
            index: [source.data.aliases].flat().indexOf(address),
          },
        })),
      ),
    );
    const claims = [...ofFiles, ...ofAliases];
    const byKey = Map.groupBy(claims, ({ address }) => toAddressKey(address));
    return claims.flatMap((own): Finding[] => {
      const { file, address, alias, isEntry } = own;
      const key = toAddressKey(address);
      const rivals = (byKey.get(key) ?? []).filter((rival) => rival !== own);
      const others = rivals.filter((rival) => rival.file !== file);
      // Two files with one name are reported by content/twins.
      const isShared = alias
        ? rivals.length > 0
        : others.some((rival) => (isEntry ? rival.isEntry : rival.alias));
      const isRoute = isOwnedByRoute(address);
      const copy = findCopy(key, isEntry);
      if (!isRoute && !copy && !isShared) return [];
      const holder = isRoute
        ? "a page of the site"
        : (copy ??
          ([...new Set(others.map((other) => other.file))].join(" and ") ||
            "this file"));
      const message = {
        problem: `${address} is already the address of ${holder}.`,
        remedy: !alias
          ? `Rename this file${isRoute ? "" : ", or remove the address there"}.`
          : isRoute || copy || !rivals.every((rival) => rival.alias)
            ? "Remove the alias."
            : "Keep this alias in one place only.",
        rule: "article/address",
      };
      return [
        alias
          ? atField(alias.source, ["aliases", alias.index], message)
          : atTop(file, message),
      ];
    });
  },
};
