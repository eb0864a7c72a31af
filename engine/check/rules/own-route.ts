import { ownRouteFolder } from "#files/replaceable.ts";
import {
  findRoute,
  listNewRoutes,
  listOwnRoutes,
  listRoutes,
  toOwnRoute,
} from "#files/routes.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { placeOf } from "#own-collections.ts";
import { collectionsFile } from "#site-source.ts";
import { ownCollections } from "#model/collections.ts";
import { atField, atTop, type Rule } from "#check/rule.ts";

export const ownRouteRule: Rule = {
  errors: {
    "own/route":
      "A file in src/pages has the name of the engine route it replaces, or an address the engine does not use; and there is one for the entries of an own collection.",
  },
  warnings: {
    "own/route-name":
      "A new route's name is not nearly that of an engine route: it would replace nothing.",
  },
  check: ({ root, files }) => {
    const names = listRoutes().map(toOwnRoute);
    const added = listNewRoutes(root);
    const free = new Set(added.map(({ file }) => file));
    const missing = Object.entries(ownCollections).flatMap(
      ([name, { address }]) => {
        const entry = files.find(({ collection }) => collection === name);
        const page = entry && address?.(entry.id);
        return !page || findRoute(added, page)
          ? []
          : atField({ file: collectionsFile, placeOf }, [name, "address"], {
              problem: `No route in ${ownRouteFolder} has the address ${page}.`,
              remedy: `Add the route of ${name}, or remove address and about.`,
              rule: "own/route",
            });
      },
    );
    const misnamed = listOwnRoutes(root).flatMap((route) => {
      const file = toOwnRoute(route);
      if (names.includes(file)) return [];
      if (!free.has(route.file)) {
        const meant =
          names.find((name) => toShape(name) === toShape(file)) ??
          toSuggestion(file, names, 3);
        return atTop(file, {
          problem: `${route.pattern} belongs to the engine, and ${file} replaces none of its routes.`,
          remedy: `${meant ? `Rename it to ${meant} to replace that route, or choose` : "Choose"} another address. List the routes: npm run eject`,
          rule: "own/route",
        });
      }
      const stem = toStem(file);
      const meant = toSuggestion(file, names, Math.floor(stem.length / 4));
      return meant === undefined
        ? []
        : atTop(file, {
            problem: `${file} is a new route, but its name is almost ${meant}.`,
            remedy: `Rename it to ${meant} to replace that route, or keep it.`,
            rule: "own/route-name",
          });
    });
    return [...missing, ...misnamed];
  },
};

const toStem = (file: string): string =>
  file.slice(ownRouteFolder.length + 1).replace(/\.\w+$/, "");

/** A route's file without case, names of parameters and index. */
const toShape = (file: string): string =>
  toStem(file)
    .toLowerCase()
    .replaceAll(/\[(\.{3})?\w+\]/g, "[$1]")
    .replace(/\/index$/, "");
