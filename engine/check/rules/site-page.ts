import { readNow } from "#model/dates.ts";
import { toSuggestion } from "#model/suggestion.ts";
import type { Rule } from "#check/rule.ts";
import { isServed, toSitePages } from "#check/site-pages.ts";
import { readPlaces, siteFile } from "#site-source.ts";

export const sitePageRule: Rule = {
  words: [
    {
      name: "site/page",
      severity: "error",
      about:
        "Every link in the menu and the footer of src/site.ts leads to a page.",
    },
  ],
  check: async (content) => {
    const links = (["menu", "footer"] as const).flatMap((list) =>
      (content.site[list] ?? []).map(({ to }, index) => ({
        to,
        path: [list, index, "to"],
      })),
    );
    if (links.length === 0) return [];
    const pages = toSitePages(content, readNow());
    const dead = links.flatMap(({ to, path }) => {
      const address = to.replace(/[?#].*$/, "");
      const page = pages.get(address);
      return !to.startsWith("/") ||
        (page ? !page.notYet : isServed(content.root, address, pages))
        ? []
        : [{ address, path, notYet: page?.notYet }];
    });
    if (dead.length === 0) return [];
    const placeOf = await readPlaces(content.root);
    return dead.map(({ address, path, notYet }) => {
      const meant = notYet
        ? undefined
        : toSuggestion(address, [...pages.keys()]);
      return {
        file: siteFile,
        ...placeOf(path),
        field: `${path[0]}[${Number(path[1]) + 1}].to`,
        problem: notYet
          ? `${address} ${notYet}`
          : `There is no page ${address}.${meant ? ` Did you mean ${meant}?` : ""}`,
        remedy: "Write the address of a page, or remove the link.",
        rule: "site/page",
      };
    });
  },
};
