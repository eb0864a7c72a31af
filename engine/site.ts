import { own } from "#own-site.ts";
import { siteSchema, type Site } from "./site-settings.ts";
import { importSite } from "./site-source.ts";

/** Used in place of required settings that are missing or wrong, so that everything else can still be checked. */
const placeholders: Record<string, string> = {
  name: "A site without a name",
  description: "A site without a description.",
  address: "https://site.invalid",
  feedAuthority: "site.invalid,2000",
};

/** The settings that the environment overrides for one build, by the names of their variables. */
export const variables = { address: "SITE_ADDRESS", base: "SITE_BASE" };

/**
 * Every fact about the site: the publication's own, and the defaults for the rest. A setting that is wrong has its
 * default here and is a finding of check/rules/site-setting.ts: no build goes on with one.
 */
export const site: Site = toSite(withEnvironment(own));

/** `site` as `src/site.ts` has it now: in dev it may have changed since the start. Defaults when it cannot be read. */
export const readSite = async (root: string): Promise<Site> =>
  toSite(withEnvironment(await importSite(root).catch(() => ({}))));

export function withEnvironment(settings: unknown): Record<string, unknown> {
  const overrides = Object.entries(variables)
    .map(([name, variable]) => [name, process.env[variable]])
    .filter(([, value]) => value);
  return {
    ...(typeof settings === "object" && settings),
    ...Object.fromEntries(overrides),
  };
}

function toSite(settings: Record<string, unknown>): Site {
  return Object.fromEntries(
    Object.entries(siteSchema.shape).map(([name, schema]) => {
      const { success, data } = schema.safeParse(settings[name]);
      return [
        name,
        success
          ? data
          : (schema.safeParse(undefined).data ?? placeholders[name]),
      ];
    }),
  ) as Site;
}
