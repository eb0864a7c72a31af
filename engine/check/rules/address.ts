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
        "An address belongs to one page: no alias and no file claims what another one or a route has, and every address is written from the root.",
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
    /** The file that has an address already: one that is copied, or a route of the publication's own. */
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
            problem: `${address} belongs to a page of the site.`,
            remedy: isAlias
              ? "Take the alias out."
              : "Give the file another name.",
            rule: "article/address",
          },
        ];
      const copy = findCopy(toAddressKey(address));
      if (copy)
        return [
          {
            ...claim,
            ...place(),
            problem: `${address} is the address of ${copy}.`,
            remedy: isAlias
              ? "Take the alias out, or that file."
              : "Take that file out, or give this one another name.",
            rule: "article/address",
          },
        ];
      const rivals = (byAddress.get(toAddressKey(address)) ?? []).filter(
        (rival) => rival !== own,
      );
      const others = rivals.filter(({ file }) => file !== own.file);
      // Two files of one name are twins, which has words of its own.
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
            problem: `${address} leads to this article already.`,
            remedy: rivals.every((rival) => rival.isAlias)
              ? "Keep one of the two."
              : "Take the alias out.",
            rule: "article/address",
          },
        ];
      return [
        {
          ...claim,
          ...place(),
          problem: `${address} is also the address of ${[...new Set(others.map(({ file }) => file))].join(" and ")}.`,
          remedy: isAlias
            ? "Take the alias out of one of them."
            : "Take the alias out of the other file, or rename this one.",
          rule: "article/address",
        },
      ];
    });
  },
};
