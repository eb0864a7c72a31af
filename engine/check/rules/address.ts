import { addresses, isOwnedByRoute, toAddressKey } from "#urls.ts";
import type { Finding, Place } from "#files/finding.ts";
import { listPublicFiles } from "#files/public-files.ts";
import { findRoute, listNewRoutes, ownRouteFolder } from "#files/routes.ts";
import type { Rule } from "#check/rule.ts";

type Claim = {
  place: () => Place;
  file: string;
  field?: string;
  address: string;
  isAlias: boolean;
};

export const addressRule: Rule = {
  words: [
    {
      name: "article/address",
      severity: "error",
      about:
        "Each address belongs to one page: no alias or file has the address of another one or of a route, and every address starts at the root.",
    },
  ],
  check: ({ root, collections, files }) => {
    const copied = new Map(
      listPublicFiles(root).map((address) => [
        toAddressKey(address),
        `public${address}`,
      ]),
    );
    const routes = listNewRoutes(root);
    /** The file that already has an address: a file in public/ or one of the publication's own routes. */
    const findCopy = (key: string): string | undefined => {
      const route =
        findRoute(routes, `/${key}/`) ?? findRoute(routes, `/${key}`);
      return copied.get(key) ?? (route && `${ownRouteFolder}/${route.file}`);
    };
    const claims: Claim[] = [
      ...files
        .filter(
          ({ collection }) =>
            collection === "articles" || collection === "pages",
        )
        .map(({ file, id, collection }) => ({
          file,
          place: () => ({ line: 1, column: 1 }),
          address:
            collection === "pages" ? addresses.page(id) : addresses.article(id),
          isAlias: false,
        })),
      ...collections.articles.flatMap((source) =>
        (Array.isArray(source.data.aliases) ? source.data.aliases : []).flatMap(
          (address: unknown, index): Claim[] =>
            typeof address === "string"
              ? [
                  {
                    file: source.file,
                    place: () => source.placeOf(["aliases", index]),
                    field: "aliases",
                    address,
                    isAlias: true,
                  },
                ]
              : [],
        ),
      ),
    ];
    const byAddress = Map.groupBy(claims, ({ address }) =>
      toAddressKey(address),
    );
    return claims.flatMap((own): Finding[] => {
      const { isAlias, address, place, ...claim } = own;
      if (isOwnedByRoute(address))
        return [
          {
            ...claim,
            ...place(),
            problem: `${address} is already used by a page of the site.`,
            remedy: isAlias ? "Remove the alias." : "Rename the file.",
            rule: "article/address",
          },
        ];
      const copy = findCopy(toAddressKey(address));
      if (copy)
        return [
          {
            ...claim,
            ...place(),
            problem: `${address} is already the address of ${copy}.`,
            remedy: isAlias
              ? "Remove the alias, or that file."
              : "Remove that file, or rename this one.",
            rule: "article/address",
          },
        ];
      const rivals = (byAddress.get(toAddressKey(address)) ?? []).filter(
        (rival) => rival !== own,
      );
      const others = rivals.filter(({ file }) => file !== own.file);
      // Two files with one name are reported by content/twins.
      if (
        rivals.length === 0 ||
        (!isAlias && others.every((rival) => !rival.isAlias))
      )
        return [];
      if (others.length === 0)
        return [
          {
            ...claim,
            ...place(),
            problem: `${address} already leads to this article.`,
            remedy: rivals.every((rival) => rival.isAlias)
              ? "Keep one of the two."
              : "Remove the alias.",
            rule: "article/address",
          },
        ];
      return [
        {
          ...claim,
          ...place(),
          problem: `${address} is also the address of ${[...new Set(others.map(({ file }) => file))].join(" and ")}.`,
          remedy: isAlias
            ? "Remove the alias from one of them."
            : "Remove the alias from the other file, or rename this one.",
          rule: "article/address",
        },
      ];
    });
  },
};
