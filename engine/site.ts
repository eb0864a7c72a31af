import { own } from "#own-site.ts";
import { siteSchema, type Site } from "./site-settings.ts";

/** Used in place of required settings that are missing or wrong, so that everything else can still be checked. */
const placeholders: Record<string, string> = {
  name: "A site without a name",
  description: "A site without a description.",
  address: "https://site.invalid",
  feedAuthority: "site.invalid,2000",
};

/**
 * Every fact about the site: the publication's own, and the defaults for the rest. A setting that is wrong has its
 * default here and is a finding of check/rules/site-setting.ts: no build goes on with one.
 */
export const site: Site = toSite(withEnvironment(own));

/** The settings with those of one build in the environment: `SITE_ADDRESS` and `SITE_BASE`. */
export function withEnvironment(settings: unknown): Record<string, unknown> {
  const { SITE_ADDRESS: address, SITE_BASE: base } = process.env;
  return {
    ...(typeof settings === "object" && settings),
    ...(address && { address }),
    ...(base && { base }),
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
