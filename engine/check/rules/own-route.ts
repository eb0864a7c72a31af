import type { Finding } from "#files/finding.ts";
import {
  listNewRoutes,
  listOwnRoutes,
  listRoutes,
  ownRouteFolder,
  toOwnRoute,
  type Route,
} from "#files/routes.ts";
import { toSuggestion } from "#model/suggestion.ts";
import type { Rule } from "#check/rule.ts";

export const ownRouteRule: Rule = {
  words: [
    {
      name: "own/route",
      severity: "error",
      about:
        "A file in src/pages has the name of the engine route it replaces, or an address the engine does not use.",
    },
    {
      name: "own/route-name",
      severity: "warning",
      about:
        "A new route's name is not nearly that of an engine route: it would replace nothing.",
    },
  ],
  check: ({ root }) => {
    const names = listRoutes().map(toOwnRoute);
    const free = new Set(listNewRoutes(root).map(({ file }) => file));
    return listOwnRoutes(root).flatMap((route): Finding[] => {
      const file = toOwnRoute(route);
      if (names.includes(file)) return [];
      const isFree = free.has(route.file);
      const meant = isFree
        ? toSuggestion(file, names, Math.floor(toStem(file).length / 4))
        : toMeant(route, names);
      if (isFree && !meant) return [];
      const rename = meant && `Rename it to ${meant} to replace that route`;
      return [
        {
          file,
          line: 1,
          column: 1,
          problem: isFree
            ? `${file} is a new route, but its name is almost ${meant}.`
            : `${route.pattern} belongs to the engine, and ${file} replaces none of its routes.`,
          remedy: isFree
            ? `${rename}, or keep it.`
            : `${rename ? `${rename}, or choose` : "Choose"} another address. List the routes: npm run eject`,
          rule: isFree ? "own/route-name" : "own/route",
        },
      ];
    });
  },
};

const toStem = (file: string): string =>
  file.slice(ownRouteFolder.length + 1).replace(/\.\w+$/, "");

/** The engine's route that a file was most likely meant to replace: the same but for case, names of parameters and index. */
function toMeant(
  { file }: Route,
  names: readonly string[],
): string | undefined {
  const toShape = (name: string) =>
    toStem(name)
      .toLowerCase()
      .replaceAll(/\[(\.{3})?\w+\]/g, "[$1]")
      .replace(/\/index$/, "");
  const own = toOwnRoute({ file, pattern: "" });
  return (
    names.find((name) => toShape(name) === toShape(own)) ??
    toSuggestion(own, names, 3)
  );
}
