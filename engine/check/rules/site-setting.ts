import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "#files/finding.ts";
import { toFindings } from "#files/words.ts";
import type { Rule } from "#check/rule.ts";
import { siteSchema } from "#site-settings.ts";
import {
  importSite,
  readPlaces,
  siteFile,
  type SiteFailure,
} from "#site-source.ts";
import { variables, withEnvironment } from "#site.ts";

export const siteSettingRule: Rule = {
  words: [
    {
      name: "site/setting",
      severity: "error",
      about:
        "Every required setting is in src/site.ts, and every setting there has a valid value.",
    },
    {
      name: "site/unknown",
      severity: "error",
      about: "src/site.ts has only settings that the engine knows.",
    },
  ],
  check: ({ root }) => checkSettings(root),
};

export async function checkSettings(root: string): Promise<Finding[]> {
  if (!existsSync(join(root, siteFile))) return [];
  let settings: unknown;
  try {
    settings = await importSite(root);
  } catch (failure) {
    return [
      {
        file: siteFile,
        ...(failure as SiteFailure),
        remedy: "Fix this first: the site cannot be built without it.",
        rule: "site/setting",
      },
    ];
  }
  if (typeof settings !== "object" || settings === null)
    return [
      {
        file: siteFile,
        line: 1,
        column: 1,
        problem: "This file exports no settings.",
        remedy: "Write export const site = { name: … };",
        rule: "site/setting",
      },
    ];
  const data = withEnvironment(settings);
  const { error } = siteSchema.safeParse(data);
  if (!error) return [];
  const placeOf = await readPlaces(root);
  const source = {
    file: siteFile,
    data,
    placeOf,
    rangeOf: () => ({ start: 0, end: 0 }),
    yaml: "",
    yamlStart: 0,
  };
  return toFindings(source, siteSchema, "site", error).map(
    ({ fix: _, ...finding }) => {
      const variable = variables[finding.field as keyof typeof variables];
      return {
        ...finding,
        problem:
          variable && process.env[variable]
            ? `${variable}: ${finding.problem}`
            : finding.problem,
        rule: finding.rule.endsWith("/unknown-field")
          ? "site/unknown"
          : "site/setting",
      };
    },
  );
}
