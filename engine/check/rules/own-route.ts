import {
  listNewRoutes,
  listOwnRoutes,
  listRoutes,
  ownRouteFolder,
  toOwnRoute,
} from "#files/routes.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { atTop, type Rule } from "#check/rule.ts";

export const ownRouteRule: Rule = {
  errors: {
    "own/route":
      "A file in src/pages has the name of the engine route it replaces, or an address the engine does not use.",
  },
  warnings: {
    "own/route-name":
      "A new route's name is not nearly that of an engine route: it would replace nothing.",
  },
  check: ({ root }) => {
    const names = listRoutes().map(toOwnRoute);
    const free = new Set(listNewRoutes(root).map(({ file }) => file));
    return listOwnRoutes(root).flatMap((route) => {
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
