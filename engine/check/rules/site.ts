import { nouns } from "#model/collections.ts";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "#files/content.ts";
import type { Finding, Message } from "#files/finding.ts";
import { toFindings } from "#files/words.ts";
import { readArticleDate, readNow } from "#model/dates.ts";
import { toDaysLeft } from "#model/freshness.ts";
import type { Path } from "#model/schema-paths.ts";
import { toHint, toSuggestion } from "#model/suggestion.ts";
import { atField, atTop, type Rule } from "#check/rule.ts";
import { findRoute, listNewRoutes } from "#files/routes.ts";
import { findPage, toSitePages } from "#check/site-pages.ts";
import { siteSchema } from "#site-settings.ts";
import {
  importSite,
  readPlaces,
  siteFile,
  type SiteFailure,
} from "#site-source.ts";
import { variables, withEnvironment } from "#site.ts";
import { notice, toCountdown } from "./freshness.ts";

type Issue = Message & { path: Path };

export const siteRule: Rule = {
  errors: {
    "site/setting":
      "Every required setting is in src/site.ts, and every setting there has a valid value.",
    "site/unknown": "src/site.ts has only settings that the engine knows.",
    "site/default":
      "The author and the calls to action that src/site.ts names exist.",
    "site/page":
      "Every link in the menu and the footer of src/site.ts leads to a page, and every page in ownPages is a route in src/pages.",
  },
  warnings: {
    "site/ads":
      "If there are advertisements, a call to action names a category or tag, or there is a page about privacy.",
  },
  reminders: {
    "site/contact":
      "If there is a page about corrections, readers can report a mistake: src/site.ts has email or repository.",
    "site/security": `security.txt, if there is one, is valid for more than ${notice} days.`,
  },
  check: async (content) => {
    const { root, site } = content;
    const issues = [
      ...checkDefaults(content),
      ...checkPages(content),
      ...checkAds(content),
      ...checkContact(content),
      ...checkExpiry(site.security?.expires, readNow()),
    ];
    const settings = await checkSettings(root);
    if (issues.length === 0) return settings;
    const placeOf = await readPlaces(root);
    return [
      ...settings,
      ...issues.map(({ path, ...message }) =>
        atField({ file: siteFile, placeOf }, path, message),
      ),
    ];
  },
};

export async function checkSettings(root: string): Promise<Finding[]> {
  if (!existsSync(join(root, siteFile))) return [];
  let settings: unknown;
  try {
    settings = await importSite(root);
  } catch (failure) {
    const { problem, ...place } = failure as SiteFailure;
    const remedy = "Fix this first: the site cannot be built without it.";
    const rule = "site/setting";
    return [{ file: siteFile, ...place, problem, remedy, rule }];
  }
  if (typeof settings !== "object" || settings === null)
    return [
      atTop(siteFile, {
        problem: "This file exports no settings.",
        remedy: "Write export const site = { name: … };",
        rule: "site/setting",
      }),
    ];
  const data = withEnvironment(settings);
  const { error } = siteSchema.safeParse(data);
  if (!error) return [];
  const placeOf = await readPlaces(root);
  const source = { file: siteFile, data, placeOf };
  return toFindings(source, siteSchema, "site", error).map((finding) => {
    const variable = variables[finding.field as keyof typeof variables];
    const isSet = variable && process.env[variable];
    const isUnknown = finding.rule.endsWith("/unknown-field");
    return {
      ...finding,
      problem: `${isSet ? `${variable}: ` : ""}${finding.problem}`,
      rule: isUnknown ? "site/unknown" : "site/setting",
    };
  });
}

const checkDefaults = ({ files, site }: Content): Issue[] =>
  (
    [
      ["author", "authors"],
      ["callToAction", "calls-to-action"],
      ["otherCallToAction", "calls-to-action"],
    ] as const
  ).flatMap(([setting, collection]) => {
    const name = site[setting];
    const names = files
      .filter((file) => file.collection === collection)
      .map(({ id }) => id);
    return name === undefined || names.includes(name)
      ? []
      : {
          path: [setting],
          problem: `There is no ${nouns[collection]} "${name}".${toHint(toSuggestion(name, names))}`,
          remedy: `Add src/content/${collection}/${name}.md, or name another one.`,
          rule: "site/default",
        };
  });

function checkAds({ site, collections }: Content): Issue[] {
  const { provider = "none" } = site.ads ?? {};
  const report = (problem: string, remedy: string): Issue[] => [
    { path: ["ads"], problem, remedy, rule: "site/ads" },
  ];
  if (provider === "house")
    return collections["calls-to-action"].some(({ data }) =>
      [data.categories, data.tags].some(
        (names) => Array.isArray(names) && names.length > 0,
      ),
    )
      ? []
      : report(
          "No article has an advertisement: no call to action names a category or tag.",
          "Write categories: or tags: in a file of src/content/calls-to-action/.",
        );
  return provider === "none" ||
    collections.pages.some(({ id }) => id === "privacy")
    ? []
    : report(
        "There is no page about privacy, where readers learn about the ads.",
        "Write src/content/pages/privacy.md.",
      );
}

const checkContact = ({ site, collections }: Content): Issue[] =>
  site.email ||
  site.repository ||
  !collections.pages.some(({ id }) => id === "corrections")
    ? []
    : [
        {
          path: ["email"],
          problem:
            "Readers cannot report a mistake: there is neither email nor repository.",
          remedy:
            'Write email: "editor@example.org", or the address for editing files on the web as repository.',
          rule: "site/contact",
        },
      ];

function checkPages(content: Content): Issue[] {
  const { menu = [], footer = [], ownPages } = content.site;
  const pages = toSitePages(content, readNow());
  const routes = listNewRoutes(content.root);
  const missing = ownPages.flatMap(({ address }, index) =>
    findRoute(routes, address)
      ? []
      : {
          path: ["ownPages", index, "address"],
          problem: `No route in src/pages has the address ${address}.`,
          remedy:
            "Write the address of a page of your own, or remove this one.",
          rule: "site/page",
        },
  );
  const dead = Object.entries({ menu, footer }).flatMap(([list, links]) =>
    links.flatMap(({ to }, index) => {
      const address = to.replace(/[?#].*$/, "");
      const page = findPage(content.root, address, pages);
      if (!to.startsWith("/") || (page && !page.notYet)) return [];
      return {
        path: [list, index, "to"],
        problem: page?.notYet
          ? `${address} ${page.notYet}`
          : `There is no page ${address}.${toHint(toSuggestion(address, [...pages.keys()]), "")}`,
        remedy: "Write the address of a page, or remove the link.",
        rule: "site/page",
      };
    }),
  );
  return [...dead, ...missing];
}

export function checkExpiry(expires: string | undefined, now: Date): Issue[] {
  const days = expires ? toDaysLeft(readArticleDate(expires), now) : Infinity;
  if (days > notice) return [];
  return [
    {
      path: ["security", "expires"],
      problem:
        days < 0
          ? `security.txt expired on ${expires}.`
          : `security.txt expires on ${expires}, ${toCountdown(days)}.`,
      remedy:
        "Check that it is still correct, then write a date within a year.",
      rule: "site/security",
    },
  ];
}
